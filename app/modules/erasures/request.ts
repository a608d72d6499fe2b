import { addDays } from '#platform/language/local-day.ts';

export const requestKinds = ['access', 'correction', 'erasure', 'restriction', 'objection'] as const;
export type RequestKind = (typeof requestKinds)[number];
/** CL-DELETE-REASON, without the one that the nightly look gives. */
export const erasureCauses = ['client_request', 'consent_withdrawn', 'wrong_person', 'legal_order'] as const;
export type ErasureCause = (typeof erasureCauses)[number];
export const requestChannels = ['desk', 'phone', 'letter', 'message', 'by_another'] as const;
export type RequestChannel = (typeof requestChannels)[number];
export const identityChecks = ['known', 'card', 'document', 'questions', 'guardian', 'not_needed'] as const;
export type IdentityCheck = (typeof identityChecks)[number];
export const refusals = ['legal_hold', 'open_matter', 'identity', 'law', 'others_rights'] as const;
export type Refusal = (typeof refusals)[number];
export const toldWays = ['in_person', 'safe_phone', 'safe_message', 'receipt_only'] as const;
export type ToldHow = (typeof toldWays)[number];
export type RequestState = 'open' | 'done' | 'partly' | 'refused';

/** The last day for an answer: so many days after the request came (W19: 30, a setting). */
export const dueDay = (receivedOn: string, days: number): string => addDays(receivedOn, days);

/**
 * Asking for somebody else's data is how a violent relative finds a person: whoever is not before us with something that
 * shows who they are is not given an access copy, and nothing is erased at their word.
 */
export const isIdentityEnough = (kind: RequestKind, checked: IdentityCheck, cause?: ErasureCause): boolean =>
  checked !== 'not_needed' ||
  kind === 'restriction' ||
  kind === 'objection' ||
  cause === 'wrong_person' ||
  cause === 'legal_order';

/**
 * Who may decide: somebody else than who wrote it down. Where nobody else could be asked it is done at once, and said so.
 */
export function decidingAs(
  request: { recordedBy: string },
  decider: { staffId: string; others: number },
): 'second' | 'alone' | 'not-you' {
  if (request.recordedBy !== decider.staffId) return 'second';
  return decider.others === 0 ? 'alone' : 'not-you';
}
