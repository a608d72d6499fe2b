import type { PermissionTable } from '#platform/policy/policy.ts';

/** Those who answer for the machine. */
const keeper = { coordinator: ['centre'], network_administrator: ['centre'] } as const;

/** Who answers for the copies, and who watches over data and wants to know whether they would come back. */
export const backupPermissions = {
  'backup.view': { ...keeper, data_protection_officer: ['centre'] },
  'backup.plan': keeper,
  'backup.add-place': keeper,
  'backup.remove-place': keeper,
  'backup.copy-now': keeper,
  'backup.prove-now': keeper,
} satisfies PermissionTable;
