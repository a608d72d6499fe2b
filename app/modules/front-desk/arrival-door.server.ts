import type { Transaction } from 'kysely';
import type { Actor } from '#platform/actor.ts';
import type { AnyTables } from '#platform/database/databases.server.ts';
import type { House } from '#platform/house.server.ts';
import { arrivalState, type ArrivalState } from './arrival.ts';
import type { ArrivalTables } from './arrival.tables.server.ts';

/** What these doors need of an operation's context. */
interface ArrivalContext {
  house: Pick<House, 'policy'>;
  actor: Actor;
  now: Date;
  on<Other>(): Transaction<Other>;
}

export interface ArrivalOfClient {
  id: string;
  ticketNo: number;
  visitReason: string;
  urgent: boolean;
  state: ArrivalState;
  arrivedAt: Date;
  calledBy: string | null;
  contactId: string | null;
}

/** A person's arrivals of one day, first come first. `day` is the centre's own, `YYYY-MM-DD`. */
export async function arrivalsOfClientToday(
  tx: Transaction<AnyTables>,
  clientId: string,
  day: string,
): Promise<ArrivalOfClient[]> {
  const rows = await (tx as Transaction<ArrivalTables>)
    .selectFrom('arrival')
    .selectAll()
    .where('client_id', '=', clientId)
    .where('day', '=', day)
    .orderBy('arrived_at')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    ticketNo: row.ticket_no,
    visitReason: row.visit_reason,
    urgent: row.urgent,
    state: arrivalState(row),
    arrivedAt: row.arrived_at,
    calledBy: row.called_by,
    contactId: row.contact_id,
  }));
}

/**
 * Marks an arrival as served by a contact that was just recorded, inside the recording's own transaction. An arrival that
 * is gone, out of reach or has its contact already is left as it is: the ledger never waits for the desk. So is one that
 * a colleague called, for whoever may serve only those whom they called themselves.
 * @returns whether the arrival was marked
 */
export async function serveArrival(
  context: ArrivalContext,
  arrivalId: string,
  contactId: string,
): Promise<boolean> {
  const { house, actor, now } = context;
  const servesAll = house.policy.decide(actor, 'arrival.serve', ['centre']) !== undefined;
  const { numUpdatedRows } = await context
    .on<ArrivalTables>()
    .updateTable('arrival')
    .set(({ ref, fn, val, eb }) => ({
      contact_id: contactId,
      called_by: fn.coalesce(ref('called_by'), val(actor.staffId ?? null)),
      called_at: fn.coalesce(ref('called_at'), val(now)),
      served_at: fn.coalesce(ref('served_at'), val(now)),
      left_at: null,
      version: eb(ref('version'), '+', 1),
    }))
    .where('id', '=', arrivalId)
    .where('contact_id', 'is', null)
    .$if(!servesAll, (query) =>
      query.where(({ eb, or }) =>
        or([eb('called_by', 'is', null), eb('called_by', '=', actor.staffId ?? '')]),
      ),
    )
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** How many tickets wait at a site, or at all sites of the centre. */
export async function waitingCount(
  tx: Transaction<AnyTables>,
  day: string,
  siteId?: string,
): Promise<number> {
  const { count } = await (tx as Transaction<ArrivalTables>)
    .selectFrom('arrival')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('day', '=', day)
    .where('called_at', 'is', null)
    .where('served_at', 'is', null)
    .where('left_at', 'is', null)
    .$if(siteId !== undefined, (query) => query.where('site_id', '=', siteId ?? ''))
    .executeTakeFirstOrThrow();
  return count;
}
