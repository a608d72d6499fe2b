import type { PermissionTable } from '#platform/policy/policy.ts';

/**
 * Whoever is at a screen when the door is broken in may lock; whoever works here for good may open. How the house is
 * opened is for those who answer for it.
 */
export const sealingPermissions = {
  'house.choose-opening': { coordinator: ['centre'], network_administrator: ['centre'] },
  'house.lock': {
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
    // For a screen that is locked itself: its roles rest, the raid does not.
    house: ['centre'],
  },
  'house.open': {
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
    // By the recovery key, which says nobody's name.
    house: ['centre'],
  },
  'house.vouch': { house: ['centre'] },
  'house.view-opening': {
    coordinator: ['centre'],
    data_protection_officer: ['centre'],
    network_administrator: ['centre'],
  },
} satisfies PermissionTable;
