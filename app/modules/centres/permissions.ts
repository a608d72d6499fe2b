import type { PermissionTable } from '#platform/policy/policy.ts';

const allStaff = {
  coordinator: ['centre'],
  counsellor: ['centre'],
  caseworker: ['centre'],
  receptionist: ['centre'],
  hotline_operator: ['centre'],
  trainer: ['centre'],
  outreach_officer: ['centre'],
  data_officer: ['centre'],
  data_protection_officer: ['centre'],
  finance_officer: ['centre'],
  network_administrator: ['centre'],
  volunteer: ['centre'],
} as const;

/** Everyone in staff reads how the centre is set up; the coordinator changes it; the public sees what hangs on the door. */
export const centrePermissions = {
  'centre.view': allStaff,
  'centre.switches': allStaff,
  'centre.public': { ...allStaff, public: ['centre'], setup: ['centre'] },
  'centre.edit': { coordinator: ['centre'] },
  'centre.set-languages': { coordinator: ['centre'] },
  'centre.set-services': { coordinator: ['centre'] },
  'centre.set-switches': { coordinator: ['centre'] },
  'centre.set-settings': { coordinator: ['centre'] },
  'site.add': { coordinator: ['centre'] },
  'site.edit': { coordinator: ['centre'] },
  'site.close': { coordinator: ['centre'] },
  'site.reopen': { coordinator: ['centre'] },
} satisfies PermissionTable;
