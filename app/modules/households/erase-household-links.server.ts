import { deleteRows, type PersonErased } from '#modules/clients/index.server.ts';

/** With whom the person belonged together, and for whom they spoke or who spoke for them. */
export const eraseHouseholdLinks: PersonErased = {
  tables: { household_member: 'deleted', guardianship: 'deleted' },
  erase: (erasing) =>
    deleteRows(erasing, [
      ['household_member', 'client_id'],
      ['guardianship', 'child_id'],
      ['guardianship', 'guardian_id'],
    ]),
};
