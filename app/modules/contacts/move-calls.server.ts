import { sql, type Transaction } from 'kysely';
import type { FileMerged } from '#modules/clients/index.server.ts';
import type { CampaignTables } from './campaign.tables.server.ts';

type Tx = Transaction<CampaignTables>;

/**
 * Calls follow a merge. Nobody is called twice because there were two files of them: where both had an open call, the
 * merged file's ends. The stricter consent may end the other too. Undoing opens again what the merge ended.
 */
export const moveCalls: FileMerged = {
  async move({ on, now }, { survivorId, mergedId }) {
    const tx: Tx = on<CampaignTables>();
    const survivors = await callsOf(tx, survivorId);
    const moving = await callsOf(tx, mergedId);
    await giveTo(tx, mergedId, survivorId);
    const open = [...survivors, ...moving].filter(({ closed_at: closed }) => closed === null);
    const isBusy = survivors.some(({ closed_at: closed }) => closed === null);
    if (isBusy) {
      await tx
        .updateTable('campaign_call')
        .set({ outcome: 'stopped', closed_at: now })
        .where('id', '=', anyOf(moving))
        .where('closed_at', 'is', null)
        .execute();
    }
    return [
      ...moving.map(({ id }) => ({ table: 'campaign_call', rowId: id })),
      ...open.map(({ id }) => ({ table: 'campaign_call_open', rowId: id })),
    ];
  },

  async moveBack({ on, today }, { survivorId, mergedId, rows }) {
    const tx: Tx = on<CampaignTables>();
    const idsOf = (name: string) =>
      rows.filter(({ table }) => table === name).map(({ rowId }) => ({ id: rowId }));
    await giveTo(tx, survivorId, mergedId, idsOf('campaign_call'));
    await tx
      .updateTable('campaign_call')
      .set({ outcome: null, closed_at: null })
      .where('id', '=', anyOf(idsOf('campaign_call_open')))
      .where('outcome', '=', 'stopped')
      .where('closes_on', '>=', today)
      .execute();
  },
};

const anyOf = (rows: readonly { id: string }[]) => sql<string>`any(${rows.map(({ id }) => id)}::uuid[])`;

const callsOf = (tx: Tx, clientId: string) =>
  tx
    .selectFrom('campaign_call')
    .select(['id', 'closed_at'])
    .where('client_id', '=', clientId)
    .orderBy('id')
    .forUpdate()
    .execute();

const giveTo = (tx: Tx, from: string, to: string, only?: readonly { id: string }[]) =>
  tx
    .updateTable('campaign_call')
    .set({ client_id: to })
    .where('client_id', '=', from)
    .$if(only !== undefined, (query) => query.where('id', '=', anyOf(only ?? [])))
    .execute();
