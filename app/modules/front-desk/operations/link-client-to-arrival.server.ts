import { loadClientForService } from '#modules/clients/index.server.ts';
import { operationsOn } from '#platform/operations/operation.server.ts';
import { fieldProblem, Problem } from '#platform/problem.ts';
import { requireToday } from '../arrival.ts';
import { linkClientInput } from '../arrival.schemas.ts';
import type { ArrivalTables } from '../arrival.tables.server.ts';
import { lockArrival, moveArrival, noteOfArrival } from '../lock-arrival.server.ts';

/**
 * Says whose arrival this is, after looking the person up. A wrong link can be changed until the contact is recorded.
 * @throws Problem `input.invalid` on `clientId` when no such file is within reach; `arrival.already-recorded`, `arrival.day-over`
 */
export const linkClientToArrival = operationsOn<ArrivalTables>()({
  name: 'arrival.link-client',
  input: linkClientInput,
  subject: 'arrival',
  load: lockArrival,
  async run(context, input, arrival) {
    requireToday(arrival, context.today);
    if (arrival.contact_id) throw new Problem('arrival.already-recorded', 409);
    const client = await loadClientForService(context, input.clientId);
    if (!client) throw fieldProblem('clientId', 'choose-one');
    await moveArrival(context, arrival, { client_id: client.id, restricted: client.restricted });
    return {
      result: { arrivalId: arrival.id, clientId: client.id },
      audit: noteOfArrival({ id: arrival.id, client_id: client.id }, 'client'),
    };
  },
});
