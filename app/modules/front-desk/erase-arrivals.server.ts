import { anyOf, type PersonErased } from '#modules/clients/index.server.ts';
import type { ArrivalTables } from './arrival.tables.server.ts';

/** A ticket stays counted; whose it was, what was noted at the desk and the hour go. */
export const eraseArrivals: PersonErased = {
  tables: { arrival: 'counted' },
  async erase({ on, personIds }) {
    const touched = await on<ArrivalTables>()
      .updateTable('arrival')
      .set({ client_id: null, sealed_note: null, note_key: null })
      .where('client_id', '=', anyOf(personIds))
      .executeTakeFirst();
    return Number(touched.numUpdatedRows);
  },
};
