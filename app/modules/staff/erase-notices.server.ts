import { deleteRows, type PersonErased } from '#modules/clients/index.server.ts';

/** What colleagues were told of the person's file. */
export const eraseNotices: PersonErased = {
  tables: { staff_notice: 'deleted' },
  erase: (erasing) => deleteRows(erasing, [['staff_notice', 'client_id']]),
};
