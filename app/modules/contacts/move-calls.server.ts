import { sql, type Transaction } from 'kysely';
import type { FileMerged } from '#modules/clients/index.server.ts';
import type { CampaignTables } from './campaign.tables.server.ts';

type Tx = Transaction<CampaignTables>;

/**
 * Calls follow a merge. Nobody is called twice because there were two files of them: where both had an open call, the
 * merged file's ends, and undoing opens it again.
 */
export const moveCalls: FileMerged = {
  async move({ on, now }, { survivorId, mergedId }) {
    const tx: Tx = on<CampaignTables>();
    const survivors = await callsOf(tx, survivorId);
    const moving = await callsOf(tx, mergedId);
    const isBusy = survivors.some(({ closed_at: closed }) => closed === null);
    await giveTo(tx, mergedId, survivorId);
    const stopped = isBusy ? moving.filter(({ closed_at: closed }) => closed === null) : [];
    await tx
      .updateTable('campaign_call')
      .set({ outcome: 'stopped', closed_at: now })
      .where('id', '=', anyOf(stopped))
      .execute();
    return moving.map(({ id }) => ({
      table: 'campaign_call',
      rowId: id,
      ...(stopped.some((call) => call.id === id) && { detail: { stopped: true } }),
    }));
  },

  async moveBack({ on }, { survivorId, mergedId, rows }) {
    const tx: Tx = on<CampaignTables>();
    const moved = rows
      .filter(({ table }) => table === 'campaign_call')
      .map(({ rowId, detail }) => ({ id: rowId, detail }));
    await giveTo(tx, survivorId, mergedId, moved);
    await tx
      .updateTable('campaign_call')
      .set({ outcome: null, closed_at: null })
      .where('id', '=', anyOf(moved.filter(({ detail }) => detail?.['stopped'] === true)))
      .where('outcome', '=', 'stopped')
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
