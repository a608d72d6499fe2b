import type { PermissionTable } from '#platform/policy/policy.ts';

/** Only a job sends; whoever caused the message was asked for their own permission then. */
export const messagePermissions = {
  'message.send': { job: ['centre'] },
} satisfies PermissionTable;
