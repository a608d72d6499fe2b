import type { CentreTables, LocalText } from '#modules/centres/index.server.ts';
import type { House } from '#platform/house.server.ts';
import type { OperationContext } from '#platform/operations/operation.server.ts';
import { settingOf } from '#modules/centres/index.server.ts';
import type { Kysely } from 'kysely';
import type { TransferTables } from './transfer.tables.server.ts';

type Context = Pick<OperationContext<TransferTables>, 'tx' | 'actor'>;

/** A transfer that this centre sends, with whose file it is, locked. Out of the person's reach looks like not found. */
export const lockSending = ({ tx, actor }: Context, { transferId }: { transferId: string }) =>
  tx
    .selectFrom('transfer')
    .innerJoin('transfer_origin', 'transfer_origin.transfer_id', 'transfer.id')
    .selectAll('transfer')
    .select(['transfer_origin.client_id'])
    .where('transfer.id', '=', transferId)
    .where('transfer.from_centre', '=', actor.centre?.id ?? '')
    .forUpdate('transfer')
    .executeTakeFirst();

/** A transfer that was sent to this centre, locked. */
export const lockReceiving = ({ tx, actor }: Context, { transferId }: { transferId: string }) =>
  tx
    .selectFrom('transfer')
    .selectAll()
    .where('id', '=', transferId)
    .where('to_centre', '=', actor.centre?.id ?? '')
    .forUpdate()
    .executeTakeFirst();

export interface ReceivingCentre {
  id: string;
  name: LocalText;
  country: string;
  urgentHours: number;
  days: number;
  weekStart: number;
}

/** What hangs on another centre's door, and how soon it answers. Undefined when it takes nobody in. */
export async function findReceivingCentre(
  house: House,
  centreId: string,
  ownCentreId: string,
): Promise<ReceivingCentre | undefined> {
  const row = await (house.databases.reader as Kysely<CentreTables>)
    .selectFrom('centre')
    .select(['id', 'name', 'country', 'settings'])
    .where('id', '=', centreId)
    .where('id', '!=', ownCentreId)
    .where('status', 'not in', ['planned', 'suspended', 'closed'])
    .executeTakeFirst();
  return (
    row && {
      id: row.id,
      name: row.name,
      country: row.country,
      urgentHours: settingOf(row.settings, 'reply.transfer-urgent-hours'),
      days: settingOf(row.settings, 'reply.transfer-days'),
      weekStart: Number(settingOf(row.settings, 'calendar.week-start')),
    }
  );
}
