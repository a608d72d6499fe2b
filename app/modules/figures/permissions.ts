import type { PermissionTable } from '#platform/policy/policy.ts';

const readers = {
  coordinator: ['centre'],
  data_officer: ['centre'],
  finance_officer: ['centre'],
  counsellor: ['own'],
  caseworker: ['own'],
} as const;

/** Counts of the centre's work. `own`: of the actor's own work only. */
export const figuresPermissions = {
  'figures.view': readers,
  'figures.compare': readers,
} satisfies PermissionTable;
