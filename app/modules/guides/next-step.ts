import type { GuideState } from './guide.tables.server.ts';
import { secondPerson } from './guide-rules.ts';
import type { Hands } from './guide-rules.ts';

export type Step = 'write' | 'submit' | 'approve' | 'publish' | 'review' | 'reopen' | 'none';

export interface NextStep {
  step: Step;
  /** `fine`, `alone` (a second look falls due), or why not: by role, or because somebody else must. */
  may: 'fine' | 'alone' | 'role' | 'second-person';
}

export interface StepQuestion {
  page: Hands & { state: GuideState; isArchived: boolean; isOutline: boolean; isOverdue: boolean };
  actorId: string;
  /** Colleagues who may take steps at all. */
  editors: readonly string[];
  mayEver(action: string): boolean;
}

const actionOf: Partial<Record<Step, string>> = {
  write: 'guide.edit',
  submit: 'guide.submit',
  approve: 'guide.approve',
  publish: 'guide.publish',
  review: 'guide.review',
  reopen: 'guide.reopen',
};

/** The one thing to be done next with a page, and whether the asker may. */
export function nextStep({ page, actorId, editors, mayEver }: StepQuestion): NextStep {
  const step = stepOf(page);
  const action = actionOf[step];
  if (action !== undefined && !mayEver(action)) return { step, may: 'role' };
  if (step !== 'approve' && step !== 'publish') return { step, may: 'fine' };
  const answer = secondPerson(step, page, actorId, editors);
  return { step, may: answer === 'refused' ? 'second-person' : answer };
}

function stepOf({ state, isArchived, isOutline, isOverdue }: StepQuestion['page']): Step {
  if (isArchived) return 'reopen';
  if (state === 'draft') return isOutline ? 'write' : 'submit';
  if (state === 'legal_check') return 'approve';
  if (state === 'ready') return 'publish';
  return isOverdue ? 'review' : 'none';
}
