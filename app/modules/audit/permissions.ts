import type { PermissionTable } from '#platform/policy/policy.ts';

const overseers = { coordinator: ['centre'], data_protection_officer: ['centre'] } as const;

/** Who may read the record of who did what. Reading it is itself recorded. */
export const auditPermissions = {
  'audit.list': overseers,
  'audit.event': overseers,
  'audit.state': overseers,
  'audit.verify': overseers,
  'audit.record-check': { job: ['centre'] },
} satisfies PermissionTable;
