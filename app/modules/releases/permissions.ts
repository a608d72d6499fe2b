import type { PermissionTable } from '#platform/policy/policy.ts';

const readers = { coordinator: ['centre'], data_officer: ['centre'], finance_officer: ['centre'] } as const;

/**
 * The coordinator answers for what leaves, and looks at it first. Nobody else does: what is only prepared is protected
 * against what left, not against other previews, and a few of them together tell what each of them hides.
 */
export const releasePermissions = {
  'release.prepare': { coordinator: ['centre'] },
  'release.publish': { coordinator: ['centre'] },
  'release.withdraw': { coordinator: ['centre'] },
  'release.list': readers,
  'release.view': readers,
  'release.download': readers,
} satisfies PermissionTable;
