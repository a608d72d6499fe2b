import type { PermissionTable } from '#platform/policy/policy.ts';

/** Counts of the centre's work. `own`: of the actor's own work only. */
export const figuresPermissions = {
  'figures.view': { coordinator: ['centre'], data_officer: ['centre'], counsellor: ['own'] },
} satisfies PermissionTable;
