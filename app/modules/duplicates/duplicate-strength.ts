/** How sure the look is, in the words of the list; each begins at a score. */
export const strengths = ['strong', 'likely', 'possible'] as const;
export type Strength = (typeof strengths)[number];

export const leastScore: Record<Strength, number> = { strong: 0.9, likely: 0.7, possible: 0.5 };

export const strengthOf = (score: number): Strength =>
  strengths.find((strength) => score >= leastScore[strength]) ?? 'possible';

/** Reasons by which the list can be narrowed. */
export const filterReasons = [
  'same-phone',
  'same-birth-date',
  'same-birth-year',
  'same-name',
  'same-sound',
  'same-words-other-order',
  'same-origin',
  'same-file-number',
] as const;
