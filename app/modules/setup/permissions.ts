import type { PermissionTable } from '#platform/policy/policy.ts';

export const setupPermissions = {
  'setup.complete': { setup: ['centre'] },
} satisfies PermissionTable;
