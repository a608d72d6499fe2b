import type { Transaction } from 'kysely';
import { z } from 'zod';
import {
  clientLabels,
  consentsInForce,
  loadSafeContact,
  mayKeepFile,
  relationsToClient,
} from '#modules/clients/index.server.ts';
import { centreSwitches, type CentreTables } from '#modules/centres/index.server.ts';
import { arrivalForContact } from '#modules/front-desk/index.server.ts';
import type { Actor } from '#platform/actor.ts';
import { queriesOn } from '#platform/operations/query.server.ts';
import type { ContactTables } from '../contact.tables.server.ts';

/**
 * What the contact form starts with: for whom it is, how the person may be reached, and the defaults from the counsellor's
 * last contact, so that a simple one takes no more than topics and a result.
 */
export const prepareContact = queriesOn<ContactTables>()({
  name: 'contact.prepare',
  params: z.object({ clientIds: z.array(z.uuid()).max(12).default([]), arrivalId: z.uuid().optional() }),
  subject: 'contact',
  audit: 'viewed',
  async run(context, params) {
    const { actor, tx, today } = context;
    const arrival = params.arrivalId ? await arrivalForContact(context, params.arrivalId) : undefined;
    const clientIds = [...new Set([...params.clientIds, ...(arrival?.clientId ? [arrival.clientId] : [])])];
    const labels = await clientLabels(context, clientIds);
    const clients = [];
    for (const id of clientIds) {
      const label = labels.get(id);
      if (!label) return undefined;
      const safe = await loadSafeContact(context, id);
      clients.push({
        id,
        ...label,
        languages: safe?.languages ?? [],
        recordAllowed: mayKeepFile(await consentsInForce(context.on(), id), today),
      });
    }
    const last = await tx
      .selectFrom('contact')
      .select(['channel', 'language', 'minutes', 'corridor_from', 'corridor_to', 'site_id'])
      .where('counsellor_id', '=', actor.staffId ?? '')
      .where('voided_at', 'is', null)
      .orderBy('recorded_at', 'desc')
      .limit(1)
      .executeTakeFirst();
    const relations = await Promise.all(clientIds.map((id) => relationsToClient(tx, actor, id, today)));
    return {
      answer: {
        clients,
        arrival,
        today,
        offered: await offeredChoices(context),
        defaults: {
          channel: arrival ? 'in_person_centre' : (last?.channel ?? 'in_person_centre'),
          language: arrival?.language ?? clients[0]?.languages[0] ?? last?.language ?? actor.language ?? 'en',
          minutes: last?.minutes ?? 15,
          corridorFrom: last?.corridor_from ?? actor.centre?.country ?? undefined,
          corridorTo: last?.corridor_to ?? undefined,
        },
      },
      relations:
        clientIds.length === 0
          ? ['own']
          : relations.every((each) => each.includes('linked'))
            ? ['linked']
            : [],
      viewed: { clientId: clientIds[0], itemIds: clientIds, fields: clientIds.length > 0 ? ['name'] : [] },
    };
  },
});

/** The centre's own choice of topics, channels, results and fields. */
async function offeredChoices({ actor, on }: { actor: Actor; on<Other>(): Transaction<Other> }) {
  const switches = await centreSwitches(on<CentreTables>(), actor.centre?.id ?? '');
  return {
    topic: switches.codesOf('topic'),
    channel: switches.codesOf('channel'),
    callerRole: switches.codesOf('callerRole'),
    counsellingResult: switches.codesOf('counsellingResult'),
    decisionAfter: switches.codesOf('decisionAfter'),
    fields: switches.fieldsOf('contact-field'),
  };
}

export type OfferedChoices = Awaited<ReturnType<typeof offeredChoices>>;
