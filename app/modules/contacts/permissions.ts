import type { PermissionTable } from '#platform/policy/policy.ts';

/**
 * Who may do what with contacts. `own`: a contact without a file, or one that the actor recorded;
 * `linked`: with people whom the actor serves.
 */
export const contactPermissions = {
  'contact.record': {
    coordinator: ['centre'],
    counsellor: ['centre'],
    receptionist: ['own'],
    volunteer: ['own', 'linked'],
  },
  'contact.correct': {
    coordinator: ['centre'],
    counsellor: ['own'],
    receptionist: ['own'],
    volunteer: ['own'],
  },
  'contact.link-guides': {
    coordinator: ['centre'],
    counsellor: ['centre'],
    receptionist: ['own'],
    volunteer: ['own'],
  },
  'contact.unlink-guide': {
    coordinator: ['centre'],
    counsellor: ['own'],
    receptionist: ['own'],
    volunteer: ['own'],
  },
  'contact.void': { coordinator: ['centre'], counsellor: ['own'], receptionist: ['own'], volunteer: ['own'] },
  'contact.view': {
    coordinator: ['centre'],
    counsellor: ['centre'],
    receptionist: ['own'],
    volunteer: ['own', 'linked'],
  },
  'contact.list': {
    coordinator: ['centre'],
    counsellor: ['centre'],
    receptionist: ['own'],
    volunteer: ['own'],
  },
  'contact.prepare': {
    coordinator: ['centre'],
    counsellor: ['centre'],
    receptionist: ['own'],
    volunteer: ['own', 'linked'],
  },
  'follow-up.plan': { coordinator: ['centre'], counsellor: ['centre'], volunteer: ['linked'] },
  'follow-up.move': { coordinator: ['centre'], counsellor: ['centre'], volunteer: ['own'] },
  'follow-up.close': { coordinator: ['centre'], counsellor: ['centre'], volunteer: ['own'] },
  'follow-up.list': { coordinator: ['centre'], counsellor: ['centre'], volunteer: ['own'] },
  'follow-up.send-reminder': { job: ['centre'] },
} satisfies PermissionTable;
