import { anyOf, type PersonErased } from '#modules/clients/index.server.ts';
import type { DisclosureRequestTables } from './disclosure-request.tables.server.ts';

/** That somebody asked, on what basis, and what became of it stays, without the person and without words. */
export const eraseDisclosureRequests: PersonErased = {
  tables: { disclosure_request: 'forgotten' },
  async erase({ on, personIds }) {
    const touched = await on<DisclosureRequestTables>()
      .updateTable('disclosure_request')
      .set({ client_id: null, sealed_words: null, sealed_proposal: null, sealed_note: null })
      .where('client_id', '=', anyOf(personIds))
      .executeTakeFirst();
    return Number(touched.numUpdatedRows);
  },
};
