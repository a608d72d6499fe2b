import { deleteRows, type PersonErased } from '#modules/clients/index.server.ts';

/** Emergency access to the person's file, reviewed before anybody could be erased. That it took place stands in the record. */
export const eraseBreakGlass: PersonErased = {
  tables: { break_glass: 'deleted' },
  erase: (erasing) => deleteRows(erasing, [['break_glass', 'client_id']]),
};
