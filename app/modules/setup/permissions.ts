import type { PermissionTable } from '#platform/policy/policy.ts';

/** Set-up acts for whoever holds the code from the console; the recovery sheet is the coordinator's afterwards. */
export const setupPermissions = {
  'setup.complete': { setup: ['centre'] },
  'setup.save-step': { setup: ['centre'] },
  'setup.make-sheet': { setup: ['centre'] },
  'setup.finish': { setup: ['centre'] },
  'recovery.make-sheet': { coordinator: ['centre'] },
  'recovery.confirm-sheet': { coordinator: ['centre'] },
  'recovery.grant-access': { house: ['centre'] },
  'recovery.view': { coordinator: ['centre'], data_protection_officer: ['centre'] },
} satisfies PermissionTable;
