import type { PermissionTable } from '#platform/policy/policy.ts';

const overseeing = { coordinator: ['centre'], data_protection_officer: ['centre'] } as const;
const advising = { ...overseeing, counsellor: ['centre'], caseworker: ['centre'] } as const;
const meeting = {
  ...advising,
  receptionist: ['centre'],
  hotline_operator: ['centre'],
  outreach_officer: ['centre'],
} as const;

/**
 * Whoever sits where an official may walk in or call writes it down. Reading and proposing is for those who advise;
 * whether anything leaves is for whoever leads the centre or watches over data.
 */
export const disclosureRequestPermissions = {
  'disclosure-request.prepare': meeting,
  'disclosure-request.record': meeting,
  'disclosure-request.list': advising,
  'disclosure-request.view': advising,
  'disclosure-request.of-client': advising,
  'disclosure-request.propose': advising,
  'disclosure-request.tell': advising,
  'disclosure-request.decide': overseeing,
  'disclosure-request.count': overseeing,
} satisfies PermissionTable;
