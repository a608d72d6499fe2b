import type { CentreTables } from '#modules/centres/index.server.ts';
import { type OperationContext, operationsOn } from '#platform/operations/operation.server.ts';
import { Problem } from '#platform/problem.ts';
import { callNextInput } from '../arrival.schemas.ts';
import type { ArrivalTables } from '../arrival.tables.server.ts';
import { chooseDeskSite, listDeskSites } from '../desk-site.server.ts';
import { moveArrival, noteOfArrival } from '../lock-arrival.server.ts';

/**
 * Calls whoever is next: urgent people first, then by ticket. Two colleagues who press at once get two people.
 * @throws Problem `arrival.nobody-waiting`
 */
export const callNextArrival = operationsOn<ArrivalTables>()({
  name: 'arrival.call-next',
  input: callNextInput,
  subject: 'arrival',
  async run(context, input) {
    const site = chooseDeskSite(
      await listDeskSites(context.on<CentreTables>(), context.actor),
      context.actor,
      input.siteId,
    );
    const arrival = await lockNext(context, site.id);
    if (!arrival) throw new Problem('arrival.nobody-waiting', 409);
    await moveArrival(context, arrival, { called_by: context.actor.staffId ?? null, called_at: context.now });
    return {
      result: { arrivalId: arrival.id, ticketNo: arrival.ticket_no, clientId: arrival.client_id },
      audit: noteOfArrival(arrival, 'called'),
    };
  },
});

/** A row that a colleague is calling at this moment is skipped, not waited for. */
const lockNext = ({ tx, actor, today }: OperationContext<ArrivalTables>, siteId: string) =>
  tx
    .selectFrom('arrival')
    .selectAll()
    .where('centre_id', '=', actor.centre?.id ?? '')
    .where('site_id', '=', siteId)
    .where('day', '=', today)
    .where('called_at', 'is', null)
    .where('served_at', 'is', null)
    .where('left_at', 'is', null)
    .orderBy('urgent', 'desc')
    .orderBy('ticket_no')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
