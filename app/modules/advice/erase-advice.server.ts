import { anyOf, type PersonErased } from '#modules/clients/index.server.ts';
import type { AdviceTables } from './advice.tables.server.ts';

/** That a page was used in a conversation stays counted; there is nobody left to be told when it changes. */
export const eraseAdvice: PersonErased = {
  tables: { advice_given: 'counted' },
  async erase({ on, personIds }) {
    const touched = await on<AdviceTables>()
      .updateTable('advice_given')
      .set({ client_id: null })
      .where('client_id', '=', anyOf(personIds))
      .executeTakeFirst();
    return Number(touched.numUpdatedRows);
  },
};
