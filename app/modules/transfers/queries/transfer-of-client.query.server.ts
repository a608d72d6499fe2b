import { z } from 'zod';
import type { CentreTables, LocalText } from '#modules/centres/index.server.ts';
import { queriesOn } from '#platform/operations/query.server.ts';
import { hasArrived, isOpen, type TransferState } from '../transfer.ts';
import type { TransferTables } from '../transfer.tables.server.ts';

export interface TransferOfClient {
  /** Is there anywhere to go? */
  others: boolean;
  latest:
    | {
        id: string;
        /** `leaving`: on its way; `gone`: with the other centre; `came`: from there. */
        standing: 'leaving' | 'gone' | 'came';
        state: TransferState;
        centre: LocalText;
      }
    | undefined;
}

/** Whether a person's file is on the move, moved, or came from elsewhere: for the head of their page. */
export const transferOfClient = queriesOn<TransferTables & CentreTables>()({
  name: 'transfer.of-client',
  params: z.object({ clientId: z.uuid() }),
  subject: 'transfer',
  audit: 'none',
  async run({ tx, actor }, { clientId }) {
    const own = actor.centre?.id ?? '';
    const centres = await tx.selectFrom('centre').select(['id', 'name', 'status']).execute();
    const rows = await tx
      .selectFrom('transfer')
      .leftJoin('transfer_origin', 'transfer_origin.transfer_id', 'transfer.id')
      .leftJoin('transfer_arrival', 'transfer_arrival.transfer_id', 'transfer.id')
      .select(['transfer.id', 'state', 'from_centre', 'to_centre'])
      .where((where) =>
        where.or([
          where('transfer_origin.client_id', '=', clientId),
          where('transfer_arrival.client_id', '=', clientId),
        ]),
      )
      .orderBy('proposed_at', 'desc')
      .execute();
    const row = rows.find(({ state }) => isOpen(state) || hasArrived(state));
    const nameOf = (id: string) => centres.find((centre) => centre.id === id)?.name ?? {};
    const answer: TransferOfClient = {
      others: centres.some(({ id, status }) => id !== own && status !== 'suspended'),
      latest: row && {
        id: row.id,
        standing: row.to_centre === own ? 'came' : isOpen(row.state) ? 'leaving' : 'gone',
        state: row.state,
        centre: nameOf(row.to_centre === own ? row.from_centre : row.to_centre),
      },
    };
    return { answer };
  },
});
