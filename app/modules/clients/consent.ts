import type { Code } from '#platform/code-lists/code-lists.ts';

/** What a person decides on, one by one, when a file is opened. Agreeing to one never means agreeing to another. */
export const askedPurposes = [
  'service_and_record',
  'contact_by_phone',
  'contact_by_message',
  'share_for_referral',
  'research_follow_up',
] as const satisfies Code<'consentPurpose'>[];
export type AskedPurpose = (typeof askedPurposes)[number];

/** How a decision was given: written, by thumb, certified by the caseworker, recorded, ticked by the person. */
export const consentForms = [
  'written_signature',
  'thumbprint',
  'verbal_witnessed',
  'audio',
  'electronic_tick',
  'guardian_plus_assent',
] as const satisfies Code<'consentForm'>[];
export type ConsentForm = (typeof consentForms)[number];

export type ConsentStatus = Code<'consentStatus'>;

/** What must have been explained before a yes counts (HTCDS list, workflow W1). */
export const explainedPoints = ['purpose', 'use', 'research', 'access', 'storage', 'withdrawal'] as const;

/** Languages that the script is written in; it can be interpreted into any other. */
export const scriptLanguages = ['en', 'ar', 'fa-AF', 'ur', 'bn'] as const;

/** The newest decision of one purpose. */
export interface ConsentInForce {
  purpose: string;
  status: ConsentStatus;
  form: string | null;
  explainedIn: string;
  givenOn: string;
  validUntil: string | null;
}

/** What stays sealed with a decision. */
export interface ConsentProof {
  /** Why it could not be asked, or what the person said. */
  reason?: string;
  witness?: string;
  guardian?: string;
  /** The child agreed in its own words. */
  assent?: boolean;
  bestInterest?: string;
}

/** Is this purpose agreed to on that day? No decision, a refusal, a withdrawal or a lapsed date are all a no. */
export function isAgreed(consents: readonly ConsentInForce[], purpose: string, onDay: string): boolean {
  return statusOn(consents, purpose, onDay) === 'given';
}

/** The status of a purpose on a day; undefined when it was never asked. */
export function statusOn(
  consents: readonly ConsentInForce[],
  purpose: string,
  onDay: string,
): ConsentStatus | undefined {
  const found = consents.find((consent) => consent.purpose === purpose);
  if (found?.status === 'given' && found.validUntil !== null && found.validUntil < onDay) return 'expired';
  return found?.status;
}

/** May there be a file at all? Only by consent, or where a life depends on it and the reason is written down. */
export function mayKeepFile(consents: readonly ConsentInForce[], onDay: string): boolean {
  const status = statusOn(consents, 'service_and_record', onDay);
  return status === 'given' || status === 'not_possible_vital_interest';
}

/** Purposes of the five that nobody has asked about yet, or whose answer has lapsed. */
export function openQuestions(consents: readonly ConsentInForce[], onDay: string): AskedPurpose[] {
  return askedPurposes.filter((purpose) => {
    const status = statusOn(consents, purpose, onDay);
    return status === undefined || status === 'expired';
  });
}

interface GivenConsent {
  form?: ConsentForm | undefined;
  explained: readonly string[];
  guardian?: string | undefined;
  assent?: boolean | undefined;
  bestInterest?: string | undefined;
}

/**
 * What is missing from a yes, as the field and its code. A child needs a guardian's consent and its own assent,
 * or a note on why this is in its best interest.
 */
export function consentGap(given: GivenConsent, minor: boolean): { field: string; code: string } | undefined {
  if (!given.form) return { field: 'form', code: 'required' };
  const untold = explainedPoints.find((point) => !given.explained.includes(point));
  if (untold) return { field: 'explained', code: 'consent-not-explained' };
  if (!minor || given.bestInterest) return undefined;
  if (!given.guardian) return { field: 'guardian', code: 'guardian-or-best-interest' };
  return given.assent ? undefined : { field: 'assent', code: 'assent-missing' };
}
