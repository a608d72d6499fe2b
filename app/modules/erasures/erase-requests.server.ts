import { anyOf, type PersonErased } from '#modules/clients/index.server.ts';
import type { ErasureTables } from './erasure.tables.server.ts';

/** That somebody asked, when, and what became of it stays, without who and without words. */
export const eraseRequests: PersonErased = {
  tables: { subject_request: 'forgotten', erasure: 'forgotten' },
  async erase({ on, personIds }) {
    const touched = await on<ErasureTables>()
      .updateTable('subject_request')
      .set({ client_id: null, sealed_words: null, sealed_answer: null })
      .where('client_id', '=', anyOf(personIds))
      .executeTakeFirst();
    return Number(touched.numUpdatedRows);
  },
};
