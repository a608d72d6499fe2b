import type { PermissionTable } from '#platform/policy/policy.ts';

/** Working through the list of people to tell is a counsellor's work. */
export const advicePermissions = {
  'advice.outdated': { coordinator: ['centre'], counsellor: ['centre'], caseworker: ['centre'] },
  'advice.settle': { coordinator: ['centre'], counsellor: ['centre'], caseworker: ['centre'] },
} satisfies PermissionTable;
