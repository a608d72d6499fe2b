import type { PermissionTable } from '#platform/policy/policy.ts';

const everybody = {
  coordinator: ['self'],
  counsellor: ['self'],
  caseworker: ['self'],
  receptionist: ['self'],
  hotline_operator: ['self'],
  trainer: ['self'],
  outreach_officer: ['self'],
  volunteer: ['self'],
} as const;

/**
 * Each arranges their own lists. `centre`: a filter that all colleagues see. Only a coordinator takes a list out of the
 * house: a counsellor who needs one asks, and the reason is then written down by whoever answers for it.
 */
export const listPermissions = {
  'list.views': everybody,
  'list.save-view': { ...everybody, coordinator: ['self', 'centre'] },
  'list.delete-view': { ...everybody, coordinator: ['self', 'centre'] },
  'list.arrange': everybody,
  'list.export': { coordinator: ['centre'] },
} satisfies PermissionTable;
