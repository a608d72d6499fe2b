import type { PermissionTable } from '#platform/policy/policy.ts';

const everyone = {
  coordinator: ['self'],
  counsellor: ['self'],
  receptionist: ['self'],
  data_officer: ['self'],
  data_protection_officer: ['self'],
  volunteer: ['self'],
} as const;

/** Who may do what with staff accounts. */
export const staffPermissions = {
  'session.begin': { public: ['centre'] },
  'session.end': everyone,
  'session.lock': everyone,
  'session.unlock': everyone,
  'session.step-up': everyone,
  'staff.invite': { coordinator: ['centre'] },
  'staff.renew-invitation': { coordinator: ['centre'] },
  'staff.revoke-invitation': { coordinator: ['centre'] },
  'staff.accept-invitation': { public: ['centre'] },
  'staff.edit': { coordinator: ['centre'] },
  'staff.change-roles': { coordinator: ['centre'] },
  'staff.disable': { coordinator: ['centre'] },
  'staff.enable': { coordinator: ['centre'] },
  'staff.reset-second-factor': { coordinator: ['centre'] },
  'staff.change-passphrase': everyone,
  'staff.update-profile': everyone,
  'staff.read-notices': everyone,
  'staff.account': everyone,
  'staff.list': { coordinator: ['centre'], data_protection_officer: ['centre'] },
  'staff.view': { coordinator: ['centre'], data_protection_officer: ['centre'] },
  'staff.names': {
    coordinator: ['centre'],
    counsellor: ['centre'],
    receptionist: ['centre'],
    volunteer: ['centre'],
    data_protection_officer: ['centre'],
  },
} satisfies PermissionTable;
