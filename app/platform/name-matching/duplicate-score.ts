import { type BirthRelation, birthRelation } from './birth-relation.ts';
import type { HitReason } from './indexed-person.ts';
import { samePhone } from './phone-book.ts';
import { referenceCore, referenceReason } from './reference-book.ts';
import { linesOf, type SlotFacts } from './slot-facts.ts';

export interface ComparedPeople {
  score: number;
  reasons: HitReason[];
}

/** What the names of two people say. */
export interface NameEvidence {
  score: number;
  reasons: readonly HitReason[];
  /** Natural logarithm of one over how many people of the register would bear such a name by chance. */
  rarity: number;
}

export const noName: NameEvidence = { score: 0, reasons: [], rarity: 0 };

export type DuplicateFeature =
  | 'name'
  | 'rarity'
  | 'same-phone'
  | 'other-phone'
  | 'same-origin'
  | 'other-origin'
  | 'same-district'
  | 'other-district'
  | 'other-sex'
  | BirthRelation;

/** Fitted by bench/duplicate-train.ts; the bias first. A shared reference was not in the made registers. */
export const duplicateFactors: Readonly<Record<DuplicateFeature | 'bias', number>> = {
  bias: -2.28,
  name: 0.73,
  rarity: 0.21,
  'same-phone': 1.79,
  'other-phone': -1.2,
  'same-origin': 1.05,
  'other-origin': -2.04,
  'same-district': 0.29,
  'other-district': -2.09,
  'other-sex': -3.13,
  'same-date': 2.89,
  'turned-date': 4.79,
  'same-day-other-year': 3.27,
  'same-year': 1.34,
  'same-year-other-day': -2.86,
  'one-apart': -0.1,
  'one-apart-said': 1.57,
  near: -2.37,
  'near-said': 0.82,
  'far-said': -2.49,
  far: -4.39,
};
const sameReference = 5;

/** What speaks for and against two people being one; whatever is not known on both sides says nothing. */
export function duplicateFeatures(
  name: NameEvidence,
  a: SlotFacts,
  b: SlotFacts,
): Partial<Record<DuplicateFeature, number>> {
  const features: Partial<Record<DuplicateFeature, number>> = {
    name: logit(name.score),
    rarity: name.score * name.rarity,
  };
  const birth = birthRelation(a, b);
  if (birth) features[birth] = 1;
  const [ours, theirs] = [linesOf(a.phones), linesOf(b.phones)];
  if (ours.length > 0 && theirs.length > 0) {
    const same = ours.some((one) => theirs.some((other) => samePhone(one, other)));
    features[same ? 'same-phone' : 'other-phone'] = 1;
  }
  if (a.origin && b.origin) {
    features[a.origin === b.origin ? 'same-origin' : 'other-origin'] = 1;
    if (a.district && b.district && a.origin === b.origin)
      features[a.district === b.district ? 'same-district' : 'other-district'] = 1;
  }
  if (a.sex && b.sex && a.sex !== b.sex) features['other-sex'] = 1;
  return features;
}

/**
 * How likely two people are one: the odds of the name and of how rare it is here, moved by each fact. A shared phone
 * alone is weak, because families and brokers share phones; a birth year reckoned from an age may be off by some years.
 */
export function duplicateScore(name: NameEvidence, a: SlotFacts, b: SlotFacts): ComparedPeople {
  const reasons: HitReason[] = name.score >= 0.5 ? [...name.reasons] : [];
  const features = duplicateFeatures(name, a, b);
  let odds = duplicateFactors.bias;
  for (const feature in features)
    odds += duplicateFactors[feature as DuplicateFeature] * (features[feature as DuplicateFeature] as number);
  const birth = features['same-date'] ? 'same-birth-date' : birthReason(a.birthYear, b.birthYear);
  if (birth) reasons.push(birth);
  if (features['same-phone']) reasons.push('same-phone');
  const shared = sharedReference(a, b);
  if (shared !== undefined) {
    odds += sameReference;
    reasons.push(referenceReason(shared));
  }
  if (features['same-origin']) reasons.push('same-origin');
  return { score: 1 / (1 + Math.exp(-odds)), reasons };
}

function sharedReference(a: SlotFacts, b: SlotFacts): string | undefined {
  if (a.references === '' || b.references === '') return undefined;
  for (const ours of linesOf(a.references)) {
    for (const theirs of linesOf(b.references)) {
      // Most end otherwise: then neither has to be taken apart.
      if (ours.at(-1) === theirs.at(-1) && referenceCore(ours) === referenceCore(theirs)) return theirs;
    }
  }
  return undefined;
}

function logit(p: number): number {
  const kept = Math.min(0.985, Math.max(0.015, p));
  return Math.log(kept / (1 - kept));
}

export function birthReason(a: number | undefined, b: number | undefined): HitReason | undefined {
  if (!a || !b) return undefined;
  const apart = Math.abs(a - b);
  if (apart === 0) return 'same-birth-year';
  if (apart === 1) return 'birth-year-one-apart';
  return apart <= 3 ? 'birth-year-near' : undefined;
}
