import { deleteRows, type PersonErased } from '#modules/clients/index.server.ts';

/** That another centre's question may have been about this person. */
export const eraseMatches: PersonErased = {
  tables: { network_match: 'deleted' },
  erase: (erasing) => deleteRows(erasing, [['network_match', 'client_id']]),
};
