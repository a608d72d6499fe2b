import type { PermissionTable } from '#platform/policy/policy.ts';

const serving = { coordinator: ['centre'], counsellor: ['centre'] } as const;

/**
 * Who may do what with people's files. `linked`: assigned, a contact, or an arrival called today; `own`: registered by
 * the actor today, so that a receptionist can put right what was just typed. A volunteer reads whom they serve and
 * notes how to reach them; who somebody is and what they agreed to is not a volunteer's to change. Withdrawing a consent is for everyone who
 * is asked: nothing may stand in its way.
 */
export const clientPermissions = {
  'client.register': { ...serving, receptionist: ['centre'] },
  'client.update': { ...serving, receptionist: ['own'] },
  'client.set-safe-contact': { ...serving, receptionist: ['own'], volunteer: ['linked'] },
  'client.issue-card': { ...serving, receptionist: ['centre'] },
  'client.revoke-card': { ...serving, receptionist: ['centre'] },
  'client.assign': { ...serving },
  'client.restrict': { ...serving },
  'client.unrestrict': { coordinator: ['centre'], counsellor: ['linked'] },
  'client.grant-reader': { coordinator: ['centre'], counsellor: ['linked'] },
  'client.revoke-reader': { coordinator: ['centre'], counsellor: ['linked'] },
  'client.decide-not-duplicate': { ...serving },
  'consent.record': { ...serving, receptionist: ['own'] },
  'consent.attach-proof': { ...serving, receptionist: ['own'] },
  'consent.proof': { ...serving, receptionist: ['own'] },
  'consent.withdraw': {
    ...serving,
    receptionist: ['centre'],
    volunteer: ['centre'],
    data_protection_officer: ['centre'],
  },
  'client.prepare': { ...serving, receptionist: ['centre'], volunteer: ['centre'] },
  'client.find': { ...serving, receptionist: ['centre'] },
  'client.list': { ...serving, receptionist: ['centre'] },
  'client.similar': { ...serving, receptionist: ['centre'] },
  'client.view': { ...serving, receptionist: ['own'], volunteer: ['linked'] },
  'client.edit': { ...serving, receptionist: ['own'], volunteer: ['linked'] },
  'client.duplicates': { ...serving },
  'client.card': { ...serving, receptionist: ['centre'] },
  'client.readers': { ...serving },
  'client.who-looked': {
    coordinator: ['centre'],
    counsellor: ['linked'],
    data_protection_officer: ['centre'],
  },
  'consent.list': {
    ...serving,
    receptionist: ['centre'],
    volunteer: ['linked'],
    data_protection_officer: ['centre'],
  },
} satisfies PermissionTable;
