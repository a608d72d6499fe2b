import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { z } from 'zod';
import { loadClientsForService, touchLastContacts } from '#modules/clients/index.server.ts';
import { isClientLanguage } from '#platform/code-lists/client-languages.ts';
import { codeSchema } from '#platform/code-lists/code-lists.ts';
import { parseInput } from '#platform/operations/parse-input.ts';
import type { OperationContext } from '#platform/operations/operation.server.ts';
import { noteSchema } from '#platform/operations/text-schema.ts';
import { fieldProblem, forbidden, notFound } from '#platform/problem.ts';
import { sealNote } from './contact-note.server.ts';
import { visitorFactsSchema } from './contact.schemas.ts';
import type { ContactTables } from './contact.tables.server.ts';
import { conversationColumns, visitorColumns } from './conversation-columns.server.ts';

const pastContactSchema = z.object({
  /** `YYYY-MM-DD` */
  occurredOn: z.iso.date('field.not-a-date'),
  channel: codeSchema('channel'),
  language: z.string().refine(isClientLanguage, 'field.choose-one'),
  topics: z.array(codeSchema('topic')).min(1, 'field.choose-one').max(12),
  result: codeSchema('counsellingResult'),
  minutes: z.number().int().min(0).max(1440),
  note: noteSchema(8_000).optional(),
  /** Of a visitor without a file. */
  facts: visitorFactsSchema.optional(),
});

/** A visit as an old register tells of it. */
export type PastContactInput = z.input<typeof pastContactSchema>;
export type PastContact = z.output<typeof pastContactSchema>;

/** Reads a past visit. @throws Problem `input.invalid` with the fields that are wrong; a day to come is */
export function describePastContact(input: unknown, today: string): PastContact {
  const contact = parseInput(pastContactSchema, input);
  if (contact.occurredOn > today) throw fieldProblem('occurredOn', 'in-the-future');
  return contact;
}

/**
 * Writes visits of an old register into the ledger, inside the importing module's operation. They are marked as entered
 * later; what only a conversation of today can be asked for (was staying explained?) is not made up, and how far back
 * they lie is no hindrance. Which of a person's contacts was the first is settled by `settleFirstContacts`.
 * @returns the ids, in the order given @throws Problem `not-found` when a person is out of the actor's reach
 */
export async function insertPastContacts(
  context: Pick<OperationContext<unknown>, 'house' | 'actor' | 'on' | 'now' | 'today'>,
  given: readonly { contact: PastContact; clientId?: string | undefined }[],
  by: { staffId: string; siteId: string },
): Promise<string[]> {
  const { house, actor, now, today } = context;
  const centre = actor.centre;
  if (!centre) throw forbidden();
  if (given.length === 0) return [];
  const served = given.flatMap(({ clientId, contact }) =>
    clientId ? [{ clientId, onDay: contact.occurredOn }] : [],
  );
  const people = await loadClientsForService(context, served);
  let next = 0;
  const rows = [];
  for (const { contact, clientId } of given) {
    const person = clientId === undefined ? undefined : people[next++];
    if (clientId !== undefined && !person) throw notFound();
    const id = person ? randomUUID() : await house.vault.keys.mint('contact');
    const conversation = {
      ...contact,
      direction: 'inbound' as const,
      interpreter: false,
      optionsExplained: [],
      documentsGiven: [],
      thirdPartyPresent: false,
      urgent: false,
      stayOptionExplained: false,
      riskInfoGiven: false,
    };
    rows.push({
      id,
      centre_id: centre.id,
      site_id: by.siteId,
      who: person ? ('client' as const) : ('anonymous' as const),
      client_id: person?.id ?? null,
      restricted: person?.restricted ?? false,
      asker_role: 'self',
      ...conversationColumns(conversation, { now, today, timeZone: centre.timeZone }),
      entered_later: true,
      ...(person
        ? {
            sex: person.sex,
            age_band: person.ageBand,
            stage: person.stage,
            nationality: person.nationality,
            district: person.originAdmin1,
          }
        : visitorColumns(contact.facts)),
      first_time: false,
      people: 1,
      sealed_note: contact.note
        ? await sealNote(house.vault, { id, client_id: person?.id ?? null }, contact.note)
        : null,
      counsellor_id: by.staffId,
      recorded_by: by.staffId,
      recorded_at: now,
    });
  }
  const tx = context.on<ContactTables>();
  await tx.insertInto('contact').values(rows).execute();
  const visits = rows.flatMap((row) =>
    row.client_id
      ? [
          {
            contact_id: row.id,
            client_id: row.client_id,
            centre_id: centre.id,
            occurred_on: row.occurred_on,
          },
        ]
      : [],
  );
  if (visits.length > 0) {
    await tx.insertInto('contact_client').values(visits).execute();
    await touchLastContacts(
      context,
      visits.map((visit) => ({ clientId: visit.client_id, day: visit.occurred_on })),
    );
  }
  return rows.map(({ id }) => id);
}

/**
 * Of people whose whole history came with an import, the earliest contact was the first one. Whoever had a file before
 * keeps the first contact they had.
 */
export async function settleFirstContacts(
  context: Pick<OperationContext<unknown>, 'on'>,
  clientIds: readonly string[],
): Promise<void> {
  if (clientIds.length === 0) return;
  await sql`update contact set first_time = true
    where id in (select distinct on (client_id) id from contact
                 where client_id = any (${[...clientIds]}) and voided_at is null
                 order by client_id, occurred_on, started_at, id)
      and not exists (select 1 from contact other where other.client_id = contact.client_id and other.first_time)`.execute(
    context.on<ContactTables>(),
  );
}
