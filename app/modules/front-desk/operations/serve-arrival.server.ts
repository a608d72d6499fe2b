import { operationsOn } from '#platform/operations/operation.server.ts';
import { requireOpen, requireToday } from '../arrival.ts';
import { arrivalInput } from '../arrival.schemas.ts';
import type { ArrivalTables } from '../arrival.tables.server.ts';
import { lockArrival, moveArrival, noteOfArrival, relationsToArrival } from '../lock-arrival.server.ts';

/**
 * Done at the desk without a contact in the ledger: a paper handed over, a question about opening hours.
 * Recording a contact marks its arrival by itself.
 * @throws Problem `arrival.already-done`, `arrival.day-over`
 */
export const serveArrivalAtDesk = operationsOn<ArrivalTables>()({
  name: 'arrival.serve',
  input: arrivalInput,
  subject: 'arrival',
  load: lockArrival,
  relations: relationsToArrival,
  async run(context, _input, arrival) {
    requireToday(arrival, context.today);
    requireOpen(arrival);
    await moveArrival(context, arrival, {
      called_by: arrival.called_by ?? context.actor.staffId ?? null,
      called_at: arrival.called_at ?? context.now,
      served_at: context.now,
    });
    return {
      result: { arrivalId: arrival.id, ticketNo: arrival.ticket_no },
      audit: noteOfArrival(arrival, 'served'),
    };
  },
});
