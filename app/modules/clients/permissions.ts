import type { PermissionTable } from '#platform/policy/policy.ts';

const serving = { coordinator: ['centre'], counsellor: ['centre'], caseworker: ['centre'] } as const;
/** Who opens files at a desk, on the line or on the road, and puts right what was just typed. */
const opening = {
  receptionist: ['centre'],
  hotline_operator: ['centre'],
  outreach_officer: ['centre'],
} as const;
const typed = { receptionist: ['own'], hotline_operator: ['own'], outreach_officer: ['own'] } as const;
/** On the line or on the road one comes back to the same person. */
const known = {
  receptionist: ['own'],
  hotline_operator: ['own', 'linked'],
  outreach_officer: ['own', 'linked'],
} as const;

/**
 * Who may do what with people's files. `linked`: assigned, a contact, or an arrival called today; `own`: registered by
 * the actor today, so that a receptionist can put right what was just typed. A volunteer reads whom they serve and
 * notes how to reach them; who somebody is and what they agreed to is not a volunteer's to change. Withdrawing a consent is for everyone who
 * is asked: nothing may stand in its way.
 */
export const clientPermissions = {
  'client.register': { ...serving, ...opening },
  'client.update': { ...serving, ...known },
  'client.set-safe-contact': { ...serving, ...known, volunteer: ['linked'] },
  'client.issue-card': { ...serving, receptionist: ['centre'], outreach_officer: ['centre'] },
  'client.revoke-card': { ...serving, receptionist: ['centre'], outreach_officer: ['centre'] },
  'client.assign': { ...serving },
  'client.restrict': { ...serving },
  'client.unrestrict': { coordinator: ['centre'], counsellor: ['linked'], caseworker: ['linked'] },
  'client.grant-reader': { coordinator: ['centre'], counsellor: ['linked'], caseworker: ['linked'] },
  'client.revoke-reader': { coordinator: ['centre'], counsellor: ['linked'], caseworker: ['linked'] },
  'client.decide-not-duplicate': { ...serving },
  'consent.record': { ...serving, ...typed },
  'consent.attach-proof': { ...serving, ...typed },
  'consent.proof': { ...serving, ...typed },
  'consent.withdraw': {
    ...serving,
    ...opening,
    trainer: ['centre'],
    volunteer: ['centre'],
    data_protection_officer: ['centre'],
  },
  'client.prepare': { ...serving, ...opening, volunteer: ['centre'] },
  'client.find': { ...serving, ...opening },
  'client.list': { ...serving, receptionist: ['centre'], outreach_officer: ['centre'] },
  // What leaves the house as a file is answered for by whoever leads it.
  'client.count': { coordinator: ['centre'] },
  'client.export': { coordinator: ['centre'] },
  'client.similar': { ...serving, ...opening },
  'client.view': { ...serving, ...known, trainer: ['linked'], volunteer: ['linked'] },
  'client.edit': { ...serving, ...known, volunteer: ['linked'] },
  'client.duplicates': { ...serving },
  'client.card': { ...serving, receptionist: ['centre'], outreach_officer: ['centre'] },
  'client.readers': { ...serving },
  'client.who-looked': {
    coordinator: ['centre'],
    counsellor: ['linked'],
    caseworker: ['linked'],
    data_protection_officer: ['centre'],
  },
  'consent.list': {
    ...serving,
    ...opening,
    trainer: ['linked'],
    volunteer: ['linked'],
    data_protection_officer: ['centre'],
  },
} satisfies PermissionTable;
