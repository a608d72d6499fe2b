import { deleteRows, type PersonErased } from '#modules/clients/index.server.ts';

/** Holds that were ended, and what was proposed. A hold that stands is never met here. */
export const eraseHolds: PersonErased = {
  tables: { legal_hold: 'deleted', retention_proposal: 'deleted' },
  erase: (erasing) =>
    deleteRows(erasing, [
      ['legal_hold', 'client_id'],
      ['retention_proposal', 'client_id'],
    ]),
};
