import type { PermissionTable } from '#platform/policy/policy.ts';

const overseers = { coordinator: ['centre'], data_protection_officer: ['centre'] } as const;
const advisers = { coordinator: ['centre'], counsellor: ['centre'], caseworker: ['centre'] } as const;

/**
 * Who breaks the glass, and who looks at it afterwards. A review needs somebody else than the one who did it; where the
 * offices are empty, `own` lets the readers of that very file do it.
 */
export const oversightPermissions = {
  'break-glass.open': advisers,
  'break-glass.close': { coordinator: ['self'], counsellor: ['self'], caseworker: ['self'] },
  'break-glass.view': { ...overseers, counsellor: ['own', 'self'], caseworker: ['own', 'self'] },
  'break-glass.review': { ...overseers, counsellor: ['own'], caseworker: ['own'] },
  'break-glass.escalate': { job: ['centre'] },
  'oversight.list': overseers,
  'reading-flag.review': overseers,
  'reading-flag.watch': { job: ['centre'] },
  'oversight.tell-of-look': { job: ['centre'] },
  'oversight.tell-of-day': { job: ['centre'] },
} satisfies PermissionTable;
