import { sql, type Transaction } from 'kysely';
import type { FileMerged, MergeContext } from '#modules/clients/index.server.ts';
import type { DecisionTables } from './decision.tables.server.ts';
import { sealDecision, unsealDecision } from './kept-decision.server.ts';

/** What was thought through is under the key of its conversation's person, and goes with the conversation, both ways. */
export const moveDecisions: FileMerged = {
  async move(context, { survivorId, mergedId }) {
    await give(context, mergedId, survivorId);
    return [];
  },
  moveBack: (context, { survivorId, mergedId }) => give(context, survivorId, mergedId),
};

async function give({ house, on }: MergeContext, from: string, to: string): Promise<void> {
  const tx: Transaction<DecisionTables> = on<DecisionTables>();
  const kept = await tx
    .selectFrom('decision_result')
    .select(['id', 'contact_id', 'sealed'])
    .where('client_id', '=', from)
    .where(
      sql<boolean>`exists (select 1 from contact k where k.id = decision_result.contact_id and k.client_id = ${to})`,
    )
    .execute();
  for (const { id, contact_id, sealed } of kept) {
    const decision = await unsealDecision(house.vault, { id: contact_id, client_id: from }, id, sealed);
    await tx
      .updateTable('decision_result')
      .set({
        client_id: to,
        sealed: await sealDecision(house.vault, { id: contact_id, client_id: to }, id, decision),
      })
      .where('id', '=', id)
      .execute();
  }
}
