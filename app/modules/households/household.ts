/** How a member stands to the head of the household. */
export const householdRelations = ['head', 'spouse', 'child', 'parent', 'sibling', 'other'] as const;
export type HouseholdRelation = (typeof householdRelations)[number];

/** How a guardian stands to the child. */
export const guardianRelations = ['parent', 'relative', 'appointed', 'other'] as const;
export type GuardianRelation = (typeof guardianRelations)[number];

/** Why a guardian no longer speaks for a child. `merged`: two files of one person became one. */
export const endReasons = ['not_guardian', 'not_reachable', 'of_age'] as const;
export type EndReason = (typeof endReasons)[number];

/** What a file says of its guardians; `none-needed` for adults without any. */
export type GuardianState = 'none-needed' | 'missing' | 'lost' | 'in-force' | 'of-age';

/**
 * Whether somebody speaks for this person, or has to be found, or no longer may.
 * @param ended why the newest guardian that ended did, if one did
 */
export function guardianState(
  minor: boolean,
  inForce: number,
  ended: EndReason | 'merged' | undefined,
): GuardianState {
  if (!minor) return inForce > 0 ? 'of-age' : 'none-needed';
  if (inForce > 0) return 'in-force';
  return ended === undefined ? 'missing' : 'lost';
}

/** What is missing from a guardian's link, as field and code: the child's own word, or why it goes without. */
export function assentGap(given: { assent: boolean; note?: string | undefined }) {
  return given.assent || given.note ? undefined : { field: 'assent', code: 'assent-missing' };
}
