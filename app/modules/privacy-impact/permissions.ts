import type { PermissionTable } from '#platform/policy/policy.ts';

/** Who answers for the centre, and who watches over its data: the two who sign the paper. */
export const privacyImpactPermissions = {
  'privacy-impact.view': { coordinator: ['centre'], data_protection_officer: ['centre'] },
} satisfies PermissionTable;
