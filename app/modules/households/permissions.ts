import type { PermissionTable } from '#platform/policy/policy.ts';

const serving = { coordinator: ['centre'], counsellor: ['centre'], caseworker: ['centre'] } as const;
/** On the line or on the road one comes back to the same person. */
const known = {
  receptionist: ['own'],
  hotline_operator: ['own', 'linked'],
  outreach_officer: ['own', 'linked'],
} as const;

/** Who links people. Whoever opens files at a desk may say with whom somebody came; who speaks for a child is advised on. */
export const householdPermissions = {
  'guardian.end': { ...serving },
  'guardian.of-age': { ...serving },
  'guardian.set': { ...serving },
  'household.add-member': { ...serving, ...known },
  'household.change-relation': { ...serving, ...known },
  'household.close': { ...serving },
  'household.of': { ...serving, ...known, trainer: ['linked'], volunteer: ['linked'] },
  'household.open': { ...serving, ...known },
  'household.remove-member': { ...serving, ...known },
} satisfies PermissionTable;
