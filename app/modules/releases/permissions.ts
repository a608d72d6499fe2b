import type { PermissionTable } from '#platform/policy/policy.ts';

const readers = { coordinator: ['centre'], data_officer: ['centre'], finance_officer: ['centre'] } as const;

/** Who prepares numbers is not who lets them go: the coordinator answers for what leaves. */
export const releasePermissions = {
  'release.prepare': { coordinator: ['centre'], data_officer: ['centre'] },
  'release.publish': { coordinator: ['centre'] },
  'release.withdraw': { coordinator: ['centre'] },
  'release.list': readers,
  'release.view': readers,
  'release.download': readers,
} satisfies PermissionTable;
