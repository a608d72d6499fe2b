import { operationsOn } from '#platform/operations/operation.server.ts';
import { requireToday, requireWaiting } from '../arrival.ts';
import { arrivalInput } from '../arrival.schemas.ts';
import type { ArrivalTables } from '../arrival.tables.server.ts';
import { lockArrival, moveArrival, noteOfArrival } from '../lock-arrival.server.ts';

/**
 * Calls one person out of turn or by choice. The caller is linked to the person for this day.
 * @throws Problem `arrival.already-called`, `arrival.already-done`, `arrival.day-over`
 */
export const callArrival = operationsOn<ArrivalTables>()({
  name: 'arrival.call',
  input: arrivalInput,
  subject: 'arrival',
  load: lockArrival,
  async run(context, _input, arrival) {
    requireToday(arrival, context.today);
    requireWaiting(arrival);
    await moveArrival(context, arrival, { called_by: context.actor.staffId ?? null, called_at: context.now });
    return {
      result: { arrivalId: arrival.id, ticketNo: arrival.ticket_no },
      audit: noteOfArrival(arrival, 'called'),
    };
  },
});
