import type { GuideType, RiskClass } from './guide.ts';

/** What an author looks for before a page goes to the legal check; each must be answered with yes. */
export const neutralityQuestions = [
  'staying_is_named',
  'promotes_nothing',
  'frightens_nobody',
  'blames_nobody',
  'women_and_men',
  'words_for_status',
  'figures_are_facts',
  'next_step_given',
] as const;

/** Words in the short version, at most: it must stand alone on a small screen. */
export const longestSummary = 120;

export const countWords = (text: string): number => text.split(/\s+/u).filter(Boolean).length;

/** Who had their hands on a page until now; null where it came with the program. */
export interface Hands {
  editedBy: string | null;
  /** All who wrote since it was last published; they are kept from the next step while somebody else could take it. */
  writtenBy?: readonly string[];
  submittedBy: string | null;
  approvedBy: string | null;
  riskClass: RiskClass;
}

/**
 * Whose hands the next step must not come from: the legal check not from the author's; publishing neither from the
 * author's nor, on pages about danger, from the legal reviewer's.
 */
export function barredFrom(step: 'approve' | 'publish', hands: Hands): string[] {
  const barred = [hands.editedBy, hands.submittedBy];
  if (step === 'publish' && hands.riskClass === 'risk') barred.push(hands.approvedBy);
  return [...new Set(barred.filter((id) => id !== null))];
}

/**
 * May this person take the step? `alone`: nobody else could, so they may, and a second look falls due.
 * `editors`: the colleagues who may take such steps at all, the actor among them.
 */
export function secondPerson(
  step: 'approve' | 'publish',
  hands: Hands,
  actorId: string,
  editors: readonly string[],
): 'fine' | 'alone' | 'refused' {
  const last = barredFrom(step, hands);
  const all = [...last, ...(hands.writtenBy ?? [])];
  const barred = editors.some((id) => !all.includes(id)) ? all : last;
  if (!barred.includes(actorId)) return 'fine';
  return editors.some((id) => !barred.includes(id)) ? 'refused' : 'alone';
}

/** Days after which someone who acted alone must have been looked at (72 hours). */
export const secondLookDays = 3;

const reviewSettings: Partial<Record<GuideType, 'content.fee-days' | 'content.culture-days'>> = {
  cost_sheet: 'content.fee-days',
  procedure: 'content.fee-days',
  pathway: 'content.fee-days',
  document_checklist: 'content.fee-days',
  culture_guide: 'content.culture-days',
  story: 'content.culture-days',
  health: 'content.culture-days',
};

/** Which setting says when a page is read again: fees and visas soonest, culture last. */
export const reviewSettingOf = (type: GuideType) => reviewSettings[type] ?? 'content.rights-days';
