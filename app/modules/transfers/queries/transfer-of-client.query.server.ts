import { z } from 'zod';
import { type ClientTables, consentsInForce, isAgreed } from '#modules/clients/index.server.ts';
import type { CentreTables, LocalText } from '#modules/centres/index.server.ts';
import { queriesOn } from '#platform/operations/query.server.ts';
import { hasArrived, isOpen, type TransferState } from '../transfer.ts';
import type { TransferTables } from '../transfer.tables.server.ts';

export interface TransferOfClient {
  /** Is there anywhere to go? */
  others: boolean;
  restricted: boolean;
  /** Has the person agreed to sharing for a transfer? */
  agreed: boolean;
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
export const transferOfClient = queriesOn<TransferTables & CentreTables & Pick<ClientTables, 'client'>>()({
  name: 'transfer.of-client',
  params: z.object({ clientId: z.uuid() }),
  subject: 'transfer',
  audit: 'none',
  async run({ tx, on, actor, today }, { clientId }) {
    const own = actor.centre?.id ?? '';
    const client = await tx
      .selectFrom('client')
      .select('restricted')
      .where('id', '=', clientId)
      .executeTakeFirst();
    if (!client) return undefined;
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
      restricted: client.restricted,
      agreed: isAgreed(await consentsInForce(on<ClientTables>(), clientId), 'share_for_transfer', today),
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
