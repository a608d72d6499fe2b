import { sql } from 'kysely';
import type { FileMerged } from '#modules/clients/index.server.ts';
import type { AdviceTables } from './advice.tables.server.ts';

/** Advice goes with its conversation, both ways: also what was noted since the merge. */
export const moveAdvice: FileMerged = {
  async move(context, { survivorId, mergedId }) {
    await context
      .on<AdviceTables>()
      .updateTable('advice_given')
      .set({ client_id: survivorId })
      .where('client_id', '=', mergedId)
      .execute();
    return [];
  },

  async moveBack(context, { survivorId, mergedId }) {
    await context
      .on<AdviceTables>()
      .updateTable('advice_given')
      .set({ client_id: mergedId })
      .where('client_id', '=', survivorId)
      .where(
        sql<boolean>`exists (select 1 from contact k where k.id = advice_given.contact_id and k.client_id = ${mergedId})`,
      )
      .execute();
  },
};
