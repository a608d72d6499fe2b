import { randomUUID } from 'node:crypto';
import { type CentreTables, centreSwitches } from '#modules/centres/index.server.ts';
import { loadClientForService } from '#modules/clients/index.server.ts';
import { type OperationContext, operationsOn } from '#platform/operations/operation.server.ts';
import { fieldProblem, forbidden } from '#platform/problem.ts';
import { sealArrivalNote } from '../arrival-note.server.ts';
import { type RegisterArrival, registerArrivalInput } from '../arrival.schemas.ts';
import type { ArrivalTables } from '../arrival.tables.server.ts';
import { chooseDeskSite, listDeskSites } from '../desk-site.server.ts';
import { noteOfArrival } from '../lock-arrival.server.ts';

type Context = OperationContext<ArrivalTables>;

/**
 * Somebody came through the door: gives the next ticket of the site's day. Nobody is asked for a name.
 * @throws Problem `input.invalid` on `siteId`; on what the centre does not use or requires; on `clientId` when no such file is within reach
 */
export const registerArrival = operationsOn<ArrivalTables>()({
  name: 'arrival.register',
  input: registerArrivalInput,
  subject: 'arrival',
  async run(context, input) {
    const { house, actor, tx, now, today } = context;
    if (!actor.centre || !actor.staffId) throw forbidden();
    const site = chooseDeskSite(await listDeskSites(context.on<CentreTables>(), actor), actor, input.siteId);
    await checkForm(context, input, actor.centre.id);
    const client = input.clientId ? await reachClient(context, input.clientId) : undefined;
    const id = randomUUID();
    const note = await sealArrivalNote(house.vault, id, input.note, now);
    const place = { centre_id: actor.centre.id, site_id: site.id, day: today };
    // The counter's row is locked from here on: two desks cannot give the same number, and no number is skipped.
    const { last: ticketNo } = await tx
      .insertInto('ticket_counter')
      .values({ ...place, last: 1 })
      .onConflict((conflict) =>
        conflict
          .columns(['centre_id', 'site_id', 'day'])
          .doUpdateSet(({ eb, ref }) => ({ last: eb(ref('ticket_counter.last'), '+', 1) })),
      )
      .returning('last')
      .executeTakeFirstOrThrow();
    await tx
      .insertInto('arrival')
      .values({
        ...place,
        id,
        ticket_no: ticketNo,
        arrived_at: now,
        visit_reason: input.visitReason,
        urgent: input.urgent,
        language: input.language ?? null,
        party_size: input.partySize,
        client_id: client?.id ?? null,
        restricted: client?.restricted ?? false,
        ...note,
        created_by: actor.staffId,
      })
      .execute();
    const fields = ['ticket', ...(input.urgent ? ['urgent'] : []), ...(note.sealed_note ? ['note'] : [])];
    return {
      result: { arrivalId: id, ticketNo, siteId: site.id, day: today },
      audit: noteOfArrival({ id, client_id: client?.id ?? null }, ...fields),
    };
  },
});

/** Reasons and fields are the centre's own choice: what it switched off is not taken, what it requires must be there. */
async function checkForm(context: Context, input: RegisterArrival, centreId: string): Promise<void> {
  const switches = await centreSwitches(context.on<CentreTables>(), centreId);
  if (!switches.isOn('visitReason', input.visitReason)) throw fieldProblem('visitReason', 'choose-one');
  const given = { language: input.language, note: input.note };
  for (const field of ['language', 'note'] as const) {
    if (given[field] === undefined && switches.isRequired('arrival-field', field))
      throw fieldProblem(field, 'required');
    if (given[field] !== undefined && !switches.isOn('arrival-field', field))
      throw fieldProblem(field, 'not-in-list');
  }
}

/** Naming the file of an arrival is a permission of its own: it links the person to whoever calls them. */
async function reachClient(context: Context, clientId: string) {
  if (!context.house.policy.decide(context.actor, 'arrival.link-client', ['centre'])) throw forbidden();
  const client = await loadClientForService(context, clientId);
  if (!client) throw fieldProblem('clientId', 'choose-one');
  return client;
}
