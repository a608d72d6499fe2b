import type { HitReason, IndexedPerson } from './indexed-person.ts';
import { samePhone } from './phone-book.ts';
import { referenceCore, referenceReason } from './reference-book.ts';
import { linesOf, type SlotFacts } from './slot-facts.ts';

function logit(p: number): number {
  const kept = Math.min(0.98, Math.max(0.02, p));
  return Math.log(kept / (1 - kept));
}

/**
 * How likely two people are one: the odds of the name, moved by each fact. A shared phone alone is weak, because
 * families and brokers share phones; a birth year reckoned from an age may be off by some years.
 */
export function duplicateScore(
  name: { score: number; reasons: readonly HitReason[] },
  person: IndexedPerson,
  phones: readonly string[],
  other: SlotFacts,
): { score: number; reasons: HitReason[] } {
  const reasons: HitReason[] = name.score >= 0.5 ? [...name.reasons] : [];
  let odds = logit(name.score) - 1;
  if (person.birthYear && other.birthYear) {
    const apart = Math.abs(person.birthYear - other.birthYear);
    const exact = (person.birthYearPrecise ?? true) && other.birthYearPrecise;
    const reason = birthReason(person.birthYear, other.birthYear);
    if (reason) reasons.push(reason);
    if (apart === 0) odds += 1.2;
    else if (apart === 1) odds += exact ? 0.4 : 0.8;
    else if (apart <= 3) odds += exact ? -0.6 : 0.2;
    else odds -= exact ? 2 : apart <= 6 ? 0.6 : 1.6;
  }
  if (phones.some((phone) => linesOf(other.phones).some((their) => samePhone(phone, their)))) {
    odds += 1.8;
    reasons.push('same-phone');
  }
  const references = person.references.map(referenceCore);
  const shared = linesOf(other.references).find((reference) => references.includes(referenceCore(reference)));
  if (shared !== undefined) {
    odds += 5;
    reasons.push(referenceReason(shared));
  }
  if (person.origin && other.origin) {
    if (person.origin === other.origin) {
      odds += 0.3;
      reasons.push('same-origin');
    } else odds -= 0.8;
  }
  if (person.sex && other.sex && person.sex !== other.sex) odds -= 1.5;
  return { score: 1 / (1 + Math.exp(-odds)), reasons };
}

export function birthReason(a: number | undefined, b: number | undefined): HitReason | undefined {
  if (!a || !b) return undefined;
  const apart = Math.abs(a - b);
  if (apart === 0) return 'same-birth-year';
  if (apart === 1) return 'birth-year-one-apart';
  return apart <= 3 ? 'birth-year-near' : undefined;
}
