import type { PermissionTable } from '#platform/policy/policy.ts';

const readers = {
  coordinator: ['centre'],
  // They read every contact of the centre, and the sum of what one may read is no secret.
  counsellor: ['centre', 'own'],
  caseworker: ['centre', 'own'],
  hotline_operator: ['own'],
  trainer: ['own'],
  outreach_officer: ['own'],
} as const;

/**
 * Counts of the centre's work as they are now, for those who read its records anyway; `own`: of the actor's own work only.
 * Who works with numbers alone reads what was released: a screen that moves with every contact, beside releases that do
 * not, would tell what the releases hide.
 */
export const statisticsPermissions = {
  'statistics.view': readers,
  'statistics.compare': readers,
} satisfies PermissionTable;
