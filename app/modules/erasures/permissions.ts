import type { PermissionTable } from '#platform/policy/policy.ts';

const serving = { coordinator: ['centre'], counsellor: ['centre'], caseworker: ['centre'] } as const;
const deciding = { coordinator: ['centre'], data_protection_officer: ['centre'] } as const;

/**
 * Who may do what with a person's own requests. Everybody who meets people writes a request down: nothing may stand in
 * its way. Deciding is for whoever leads the centre or watches over data. With a receipt one learns what became of it.
 */
export const erasurePermissions = {
  'request.prepare': {
    ...serving,
    receptionist: ['centre'],
    hotline_operator: ['centre'],
    outreach_officer: ['centre'],
    data_protection_officer: ['centre'],
  },
  'request.record': {
    ...serving,
    receptionist: ['centre'],
    hotline_operator: ['centre'],
    outreach_officer: ['centre'],
    data_protection_officer: ['centre'],
  },
  'request.list': { ...serving, data_protection_officer: ['centre'] },
  'request.view': { ...serving, data_protection_officer: ['centre'] },
  'request.decide': { ...deciding },
  'request.own': { public: ['centre'] },
  'client.erase': { ...deciding },
} satisfies PermissionTable;
