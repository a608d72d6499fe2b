import type { PermissionTable } from '#platform/policy/policy.ts';

const deciding = { coordinator: ['centre'], data_protection_officer: ['centre'] } as const;

/** Who lets go of what is old, and who stops it: whoever leads the centre, and whoever watches over its data. */
export const retentionPermissions = {
  'retention.overview': { ...deciding },
  'retention.approve': { ...deciding },
  'retention.keep': { ...deciding },
  'retention.confirm-clock': { coordinator: ['centre'] },
  'retention.look': { job: ['centre'] },
  'hold.place': { ...deciding },
  'hold.end': { ...deciding },
  'hold.list': { ...deciding },
  'hold.of-client': { ...deciding },
} satisfies PermissionTable;
