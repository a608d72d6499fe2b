import { deleteRows, type PersonErased } from '#modules/clients/index.server.ts';

/** What waits to leave the house, and what left. */
export const eraseMessages: PersonErased = {
  tables: { outbox: 'deleted' },
  erase: (erasing) => deleteRows(erasing, [['outbox', 'client_id']]),
};
