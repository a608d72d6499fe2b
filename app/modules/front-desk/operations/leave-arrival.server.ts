import { operationsOn } from '#platform/operations/operation.server.ts';
import { requireOpen, requireToday } from '../arrival.ts';
import { arrivalInput } from '../arrival.schemas.ts';
import type { ArrivalTables } from '../arrival.tables.server.ts';
import { lockArrival, moveArrival, noteOfArrival, relationsToArrival } from '../lock-arrival.server.ts';

/**
 * The person went away without being served. Counted apart: it tells how long people can wait.
 * @throws Problem `arrival.already-done`, `arrival.day-over`
 */
export const leaveArrival = operationsOn<ArrivalTables>()({
  name: 'arrival.leave',
  input: arrivalInput,
  subject: 'arrival',
  load: lockArrival,
  relations: relationsToArrival,
  async run(context, _input, arrival) {
    requireToday(arrival, context.today);
    requireOpen(arrival);
    await moveArrival(context, arrival, { left_at: context.now });
    return {
      result: { arrivalId: arrival.id, ticketNo: arrival.ticket_no },
      audit: noteOfArrival(arrival, 'left'),
    };
  },
});
