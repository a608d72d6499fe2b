import { deleteRows, type PersonErased } from '#modules/clients/index.server.ts';

/** What the person thought through and wished kept. */
export const eraseDecisions: PersonErased = {
  tables: { decision_result: 'deleted' },
  erase: (erasing) => deleteRows(erasing, [['decision_result', 'client_id']]),
};
