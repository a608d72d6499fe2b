import type { ConsentInForce } from './consent.ts';
import { statusOn } from './consent.ts';

/** One decision with the place in the order of all decisions. */
export interface OrderedConsent extends ConsentInForce {
  id: string;
  seq: number;
}

/** Withdrawn or refused over lapsed, lapsed over "could not be asked", that over a yes. */
const strictness: Record<string, number> = {
  withdrawn: 4,
  refused: 4,
  expired: 3,
  not_possible_vital_interest: 2,
  given: 1,
};

/**
 * The decision that counts for each purpose when two files become one: the stricter of the two, the newer where they are
 * equally strict, the one that lapses first where both are a yes. A purpose that only one was asked keeps its answer.
 */
export function stricterConsents(
  one: readonly OrderedConsent[],
  other: readonly OrderedConsent[],
  today: string,
): OrderedConsent[] {
  const purposes = [...new Set([...one, ...other].map(({ purpose }) => purpose))].sort();
  return purposes.flatMap((purpose) => {
    const [a, b] = [one, other].map((all) => all.find((each) => each.purpose === purpose));
    if (!a || !b) return [a ?? b].filter((each) => each !== undefined);
    const [left, right] = [rank(a, today), rank(b, today)];
    if (left !== right) return [left > right ? a : b];
    const [endA, endB] = [a.validUntil ?? '9999', b.validUntil ?? '9999'];
    if (endA !== endB) return [endA < endB ? a : b];
    return [a.seq > b.seq ? a : b];
  });
}

const rank = (consent: OrderedConsent, today: string): number =>
  strictness[statusOn([consent], consent.purpose, today) ?? 'given'] ?? 1;

/** Where only what is in force counts: between equally strict answers the order makes no difference then. */
export const inOrder = (consents: readonly ConsentInForce[]): OrderedConsent[] =>
  consents.map((consent, at) => ({ ...consent, id: String(at), seq: at }));
