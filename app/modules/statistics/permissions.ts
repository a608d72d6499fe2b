import type { PermissionTable } from '#platform/policy/policy.ts';

const readers = {
  coordinator: ['centre'],
  data_officer: ['centre'],
  finance_officer: ['centre'],
  // They read every contact of the centre, and the sum of what one may read is no secret.
  counsellor: ['centre', 'own'],
  caseworker: ['centre', 'own'],
  hotline_operator: ['own'],
  trainer: ['own'],
  outreach_officer: ['own'],
} as const;

/** Counts of the centre's work. `own`: of the actor's own work only. */
export const statisticsPermissions = {
  'statistics.view': readers,
  'statistics.compare': readers,
} satisfies PermissionTable;
