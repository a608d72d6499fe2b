import type { PermissionTable } from '#platform/policy/policy.ts';

const desk = {
  coordinator: ['centre'],
  counsellor: ['centre'],
  caseworker: ['centre'],
  receptionist: ['centre'],
  volunteer: ['centre'],
} as const;
const known = {
  coordinator: ['centre'],
  counsellor: ['centre'],
  caseworker: ['centre'],
  receptionist: ['centre'],
} as const;

/**
 * Who may do what at the desk. Whoever calls somebody gets a link to that person for the day, so a volunteer can
 * neither name a file nor undo a colleague's call: volunteers serve whom the desk gives them.
 */
export const frontDeskPermissions = {
  'arrival.register': desk,
  'arrival.call': desk,
  'arrival.call-next': desk,
  'arrival.serve': { ...known, volunteer: ['own'] },
  'arrival.leave': { ...known, volunteer: ['own'] },
  'arrival.undo': { ...known, volunteer: ['own'] },
  'arrival.link-client': known,
  'arrival.list': desk,
  'arrival.who': { ...known, volunteer: ['own'] },
  'arrival.ticket': desk,
  'arrival.paper-sheet': desk,
} satisfies PermissionTable;
