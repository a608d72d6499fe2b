import { randomUUID } from 'node:crypto';
import type { CentreTables } from '#modules/centres/index.server.ts';
import {
  type ClientForService,
  consentsInForce,
  loadClientForService,
  mayKeepFile,
  relationsToClient,
  touchLastContact,
} from '#modules/clients/index.server.ts';
import { serveArrival } from '#modules/front-desk/index.server.ts';
import { type OperationContext, operationsOn } from '#platform/operations/operation.server.ts';
import { fieldProblem, Problem } from '#platform/problem.ts';
import { sealNote } from '../contact-note.server.ts';
import { type RecordContact, recordContactInput } from '../contact.schemas.ts';
import type { ContactTables } from '../contact.tables.server.ts';
import { checkConversation, conversationColumns, visitorColumns } from '../conversation-columns.server.ts';
import { insertFollowUp } from '../insert-follow-up.server.ts';
import { rememberAdvice } from '../remember-advice.server.ts';

type Context = OperationContext<ContactTables>;

/**
 * Records one contact in the ledger: counselling with one person, with a family together, with a relative on somebody's
 * behalf, with a visitor who stays unnamed, or a counted group. One conversation is one contact, however many people and topics.
 *
 * @throws Problem `input.invalid`; `not-found` when a client is out of reach; `contact.consent-withdrawn` when the person
 * no longer wants a record (record an anonymous contact instead)
 */
export const recordContact = operationsOn<ContactTables>()({
  name: 'contact.record',
  input: recordContactInput,
  subject: 'contact',
  load: loadPeople,
  async relations({ actor, tx, today }, people) {
    if (people.length === 0) return ['own'];
    const each = await Promise.all(people.map((client) => relationsToClient(tx, actor, client.id, today)));
    return each.every((relations) => relations.includes('linked')) ? ['linked'] : [];
  },
  async run(context, input, people) {
    const { house, tx, now, today } = context;
    checkPeople(input, people);
    checkConversation(input, context);
    for (const client of people) await requireConsent(context, client.id);

    const main = people[0];
    // Without a client the contact has a key of its own: what is said of nobody is sealed too.
    const id = main ? randomUUID() : await house.vault.keys.mint('contact');
    const columns = conversationColumns(input, { now, today, timeZone: centreOf(context).timeZone });
    await tx
      .insertInto('contact')
      .values({
        id,
        centre_id: centreOf(context).id,
        site_id: await siteOf(context, input.siteId),
        who: input.who,
        client_id: main?.id ?? null,
        restricted: people.some((client) => client.restricted),
        asker_role: input.asker,
        ...columns,
        ...coarseFacts(input, main),
        first_time: main ? main.lastContactOn === null : false,
        people: input.who === 'head_count' ? (input.people ?? 1) : Math.max(1, people.length),
        sealed_note: input.note
          ? await sealNote(house.vault, { id, client_id: main?.id ?? null }, input.note)
          : null,
        counsellor_id: staffOf(context),
        recorded_by: staffOf(context),
        recorded_at: now,
      })
      .execute();
    if (people.length > 0) {
      const rows = people.map((client) => ({
        contact_id: id,
        client_id: client.id,
        centre_id: centreOf(context).id,
        occurred_on: columns.occurred_on,
      }));
      await tx.insertInto('contact_client').values(rows).execute();
      for (const client of people) await touchLastContact(context, client.id, columns.occurred_on);
    }
    await rememberAdvice(
      context,
      { id, client_id: main?.id ?? null, occurred_on: columns.occurred_on, language: input.language },
      input.guideIds,
    );
    const followUpId =
      input.followUp && main
        ? await insertFollowUp(context, main, { ...input.followUp, contactId: id }, 'followUp.')
        : undefined;
    if (input.arrivalId) await serveArrival(context, input.arrivalId, id);
    return {
      result: { contactId: id, followUpId, firstTime: main ? main.lastContactOn === null : false },
      audit: {
        subjectId: id,
        clientId: main?.id,
        itemIds: people.map((client) => client.id),
        fields: [
          'conversation',
          ...(input.note ? ['note'] : []),
          ...(input.guideIds.length > 0 ? ['advice'] : []),
          ...(followUpId ? ['follow-up'] : []),
        ],
      },
    };
  },
});

/** The people, locked in the order of their ids so that two families never wait for each other. */
async function loadPeople(context: Context, input: RecordContact): Promise<ClientForService[] | undefined> {
  const found = new Map<string, ClientForService>();
  for (const id of [...new Set(input.clientIds)].sort()) {
    const client = await loadClientForService(context, id, input.occurredOn);
    if (!client) return undefined;
    found.set(id, client);
  }
  return [...new Set(input.clientIds)].flatMap((id) => found.get(id) ?? []);
}

function checkPeople(input: RecordContact, people: readonly ClientForService[]): void {
  if ((input.who === 'client') !== people.length > 0)
    throw fieldProblem('clientIds', input.who === 'client' ? 'required' : 'not-valid');
  if (input.who === 'head_count' && !input.people) throw fieldProblem('people', 'required');
  if (input.followUp && input.who !== 'client') throw fieldProblem('followUp.dueOn', 'needs-file');
}

/** Whoever withdrew the consent to be recorded can still be helped, but not on file. */
async function requireConsent(context: Context, clientId: string): Promise<void> {
  const consents = await consentsInForce(context.on(), clientId);
  if (mayKeepFile(consents, context.today)) return;
  // A file from an old register: nobody took anything back, it was never asked.
  const asked = consents.some(({ purpose }) => purpose === 'service_and_record');
  throw new Problem(asked ? 'contact.consent-withdrawn' : 'contact.consent-not-asked', 409);
}

/** What is counted about the person: from the file, or as far as a visitor cared to say. */
const coarseFacts = (input: RecordContact, main: ClientForService | undefined) =>
  main
    ? {
        sex: main.sex,
        age_band: main.ageBand,
        stage: main.stage,
        nationality: main.nationality,
        district: main.originAdmin1,
      }
    : visitorColumns(input.facts);

function centreOf(context: Context) {
  if (!context.actor.centre) throw new Problem('forbidden', 403);
  return context.actor.centre;
}

function staffOf(context: Context): string {
  if (!context.actor.staffId) throw new Problem('forbidden', 403);
  return context.actor.staffId;
}

/** A site of this centre; a closed one too, for what was on paper when it closed. */
async function siteOf(context: Context, asked: string | undefined): Promise<string> {
  const siteId = asked ?? context.actor.siteId;
  if (!siteId) throw fieldProblem('siteId', 'required');
  const site = await context
    .on<CentreTables>()
    .selectFrom('site')
    .select('id')
    .where('id', '=', siteId)
    .where('centre_id', '=', centreOf(context).id)
    .executeTakeFirst();
  if (!site) throw fieldProblem('siteId', 'choose-one');
  return site.id;
}
