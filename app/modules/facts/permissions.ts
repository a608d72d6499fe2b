import type { PermissionTable } from '#platform/policy/policy.ts';

const editors = { coordinator: ['centre'], counsellor: ['centre'], caseworker: ['centre'] } as const;
const readers = {
  ...editors,
  receptionist: ['centre'],
  hotline_operator: ['centre'],
  trainer: ['centre'],
  outreach_officer: ['centre'],
  data_officer: ['centre'],
  finance_officer: ['centre'],
  volunteer: ['centre'],
} as const;

/** Counsellors know the offices and hear first when a rule has changed: they keep the facts. */
export const factPermissions = {
  'fact.add': editors,
  'fact.change': editors,
  'fact.confirm': editors,
  'fact.translate': editors,
  'fact.note-conflict': editors,
  'fact.settle-conflict': editors,
  'fact.retire': { coordinator: ['centre'] },
  'fact.list': readers,
  'fact.view': readers,
} satisfies PermissionTable;
