export const askers = [
  'police',
  'court',
  'migration_authority',
  'other_authority',
  'embassy',
  'employer',
  'family',
  'organisation',
  'media',
  'other',
] as const;
export type Asker = (typeof askers)[number];
export const bases = [
  'court_order',
  'warrant',
  'written_demand',
  'written_mandate',
  'spoken',
  'none',
] as const;
export type Basis = (typeof bases)[number];
export const askingChannels = ['visit', 'phone', 'letter', 'message', 'through_other'] as const;
export type AskingChannel = (typeof askingChannels)[number];
export const outcomes = ['refused', 'partly', 'given'] as const;
export type Outcome = (typeof outcomes)[number];
export const disclosureRefusals = [
  'no_written_basis',
  'not_entitled',
  'too_wide',
  'danger',
  'not_kept',
] as const;
export type DisclosureRefusal = (typeof disclosureRefusals)[number];
/** How the person learned of it, or why they did not. */
export const tellings = [
  'in_person',
  'safe_phone',
  'safe_message',
  'not_safe',
  'forbidden',
  'not_reached',
  'not_known',
] as const;
export type Telling = (typeof tellings)[number];
/** `proposed`: one colleague has said what should become of it, another has not yet agreed. */
export type DisclosureState = 'open' | 'proposed' | Outcome;

const told: readonly Telling[] = ['in_person', 'safe_phone', 'safe_message'];

/** Is there a paper that can be read again? A badge shown at the door and a voice on the phone are none. */
export const isWritten = (basis: Basis): boolean => basis !== 'spoken' && basis !== 'none';

export const isDecided = (state: DisclosureState): state is Outcome =>
  state !== 'open' && state !== 'proposed';

/** Does anything leave the house by it? */
export const handsOver = (outcome: Outcome): boolean => outcome !== 'refused';

/** What a proposal still lacks; the first of it. Nothing leaves without a paper, its number, and what exactly it is. */
export function missingFor(proposal: {
  outcome: Outcome;
  basis: Basis;
  reference?: string | undefined;
  given?: string | undefined;
  refusal?: DisclosureRefusal | undefined;
}): 'basis' | 'reference' | 'given' | 'refusal' | undefined {
  if (handsOver(proposal.outcome)) {
    if (!isWritten(proposal.basis)) return 'basis';
    if (!proposal.reference) return 'reference';
    if (!proposal.given) return 'given';
  }
  return proposal.outcome !== 'given' && !proposal.refusal ? 'refusal' : undefined;
}

/**
 * Who may agree to a proposal: neither who wrote the request down nor who proposed. A refusal gives nothing away, so where
 * nobody else could be asked it is done alone and said so. Giving waits until there is somebody else.
 */
export function agreeingAs(
  request: { recordedBy: string; proposedBy: string; outcome: Outcome },
  decider: { staffId: string; others: number },
): 'second' | 'alone' | 'not-you' {
  if (request.recordedBy !== decider.staffId && request.proposedBy !== decider.staffId) return 'second';
  return !handsOver(request.outcome) && decider.others === 0 ? 'alone' : 'not-you';
}

/** What was noted of telling the person may be noted anew until they know. */
export const mayNoteTelling = (state: DisclosureState, telling: Telling | null): boolean =>
  isDecided(state) && (telling === null || !told.includes(telling));
