export const holdGrounds = [
  'court_case',
  'complaint',
  'investigation',
  'own_claim',
  'audit',
  'other',
] as const;
export type HoldGround = (typeof holdGrounds)[number];

/** A hold without a day to look at it again would stand for ever; a year is the most. */
export const isReviewDay = (reviewOn: string, today: string): boolean =>
  reviewOn > today && reviewOn <= `${Number(today.slice(0, 4)) + 1}${today.slice(4)}`;
