import type { PermissionTable } from '#platform/policy/policy.ts';

const coordinator = { coordinator: ['centre'] } as const;
const job = { job: ['centre'] } as const;

/**
 * An import shows and makes many files at once, so it is the coordinator's alone; a data officer works with figures and
 * sees no people. Rows are checked, taken and taken back by jobs, in the coordinator's name.
 */
export const importPermissions = {
  'import.upload': coordinator,
  'import.choose-sheet': coordinator,
  'import.map-columns': coordinator,
  'import.map-words': coordinator,
  'import.decide-duplicates': coordinator,
  'import.decide-row': coordinator,
  'import.start': coordinator,
  'import.undo': coordinator,
  'import.discard': coordinator,
  'import.begin-check': job,
  'import.check-rows': job,
  'import.finish-check': job,
  'import.take-rows': job,
  'import.undo-rows': job,
  'import.purge': job,
  'import.list': coordinator,
  'import.view': coordinator,
  'import.rows': coordinator,
  'import.wrong-rows': coordinator,
} satisfies PermissionTable;
