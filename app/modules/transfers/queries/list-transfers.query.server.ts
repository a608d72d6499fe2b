import { z } from 'zod';
import { clientLabels } from '#modules/clients/index.server.ts';
import type { CentreTables, LocalText } from '#modules/centres/index.server.ts';
import { queriesOn } from '#platform/operations/query.server.ts';
import type { TransferScope, TransferState } from '../transfer.ts';
import type { TransferTables } from '../transfer.tables.server.ts';

export interface TransferLine {
  id: string;
  way: 'out' | 'in';
  state: TransferState;
  /** The other centre. */
  centre: LocalText;
  urgent: boolean;
  scope: TransferScope;
  /** When it was sent, or proposed where it was not sent yet. */
  at: string;
  dueAt: string | null;
  overdue: boolean;
  /** Absent while only the packet knows who it is. */
  person: { id: string; name: string; fileNo: string } | undefined;
}

const shown = 100;

/** Moves to and from this centre, the newest first. Who an unopened packet is about is not listed. */
export const listTransfers = queriesOn<TransferTables & CentreTables>()({
  name: 'transfer.list',
  params: z.object({}),
  subject: 'transfer',
  audit: 'viewed',
  async run(context) {
    const { tx, actor, now } = context;
    const own = actor.centre?.id ?? '';
    const rows = await tx
      .selectFrom('transfer')
      .leftJoin('transfer_origin', 'transfer_origin.transfer_id', 'transfer.id')
      .leftJoin('transfer_arrival', 'transfer_arrival.transfer_id', 'transfer.id')
      .innerJoin('centre as sender', 'sender.id', 'transfer.from_centre')
      .innerJoin('centre as receiver', 'receiver.id', 'transfer.to_centre')
      .select([
        'transfer.id',
        'from_centre',
        'state',
        'urgent',
        'scope',
        'proposed_at',
        'sent_at',
        'due_at',
        'sender.name as sender_name',
        'receiver.name as receiver_name',
        'transfer_origin.client_id as left_id',
        'transfer_arrival.client_id as arrived_id',
      ])
      .orderBy('proposed_at', 'desc')
      .limit(shown)
      .execute();
    const ids = rows.flatMap((row) => row.left_id ?? row.arrived_id ?? []);
    const labels = await clientLabels(context, ids);
    const answer = rows.map((row): TransferLine => {
      const out = row.from_centre === own;
      const id = row.left_id ?? row.arrived_id;
      const label = id ? labels.get(id) : undefined;
      const waits = row.state === 'sent';
      return {
        id: row.id,
        way: out ? 'out' : 'in',
        state: row.state,
        centre: out ? row.receiver_name : row.sender_name,
        urgent: row.urgent,
        scope: row.scope,
        at: (row.sent_at ?? row.proposed_at).toISOString(),
        dueAt: row.due_at?.toISOString() ?? null,
        overdue: waits && row.due_at !== null && row.due_at < now,
        person: id && label ? { id, name: label.name, fileNo: label.fileNo } : undefined,
      };
    });
    return { answer, viewed: { itemIds: [...labels.keys()], fields: ['names'] } };
  },
});
