import { operationsOn } from '#platform/operations/operation.server.ts';
import { requireToday, requireUndoable } from '../arrival.ts';
import { arrivalInput } from '../arrival.schemas.ts';
import type { ArrivalTables } from '../arrival.tables.server.ts';
import { lockArrival, moveArrival, noteOfArrival, relationsToArrival } from '../lock-arrival.server.ts';

/**
 * Back to waiting, with the old ticket and so in the old place: called by mistake, did not hear, came back.
 * @throws Problem `arrival.already-recorded` when a contact stands in the ledger, `arrival.nothing-to-undo`, `arrival.day-over`
 */
export const undoArrival = operationsOn<ArrivalTables>()({
  name: 'arrival.undo',
  input: arrivalInput,
  subject: 'arrival',
  load: lockArrival,
  relations: relationsToArrival,
  async run(context, _input, arrival) {
    requireToday(arrival, context.today);
    requireUndoable(arrival);
    await moveArrival(context, arrival, { called_by: null, called_at: null, served_at: null, left_at: null });
    return {
      result: { arrivalId: arrival.id, ticketNo: arrival.ticket_no },
      audit: noteOfArrival(arrival, 'waiting'),
    };
  },
});
