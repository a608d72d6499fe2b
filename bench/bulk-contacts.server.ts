import { randomUUID } from 'node:crypto';
import { planTalk } from '#app/demo/plan-talk.ts';
import { seededRandom } from '#app/demo/seeded-random.ts';
import { type RecordContact, recordContactInput } from '#modules/contacts/contact.schemas.ts';
import { sealNote } from '#modules/contacts/contact-note.server.ts';
import { conversationColumns, visitorColumns } from '#modules/contacts/conversation-columns.server.ts';
import { recordContact } from '#modules/contacts/operations/record-contact.server.ts';
import type { StaffActor } from '#platform/actor.ts';
import type { House } from '#platform/house.server.ts';
import type { BulkChain } from './bulk-audit.server.ts';
import type { PersonRows } from './bulk-people.server.ts';

/** What a counsellor would have typed for the talk with this number; with a person or with somebody without a name. */
export function bulkTalk(number: number, clientId: string | undefined): RecordContact {
  const { facts, asker: _asker, ...talk } = planTalk(seededRandom(`bulk-talk/${number}`), { withNote: 0.8 });
  return recordContactInput.parse({
    ...talk,
    ...(clientId ? { who: 'client', clientIds: [clientId] } : { who: 'anonymous', facts }),
  });
}

interface Writing {
  house: House;
  actor: StaffActor;
  siteId: string;
  now: Date;
  today: string;
}

export interface ContactRows {
  contact: object;
  link: object | undefined;
  audit: (chain: BulkChain) => object;
}

/** The rows that `contact.record` writes, with the countable facts of the person as its file has them. */
export async function contactRows(
  input: RecordContact,
  person: Pick<PersonRows, 'id' | 'facts'> | undefined,
  firstTime: boolean,
  writing: Writing,
): Promise<ContactRows> {
  const { house, actor, siteId, now, today } = writing;
  const id = person ? randomUUID() : await house.vault.keys.mint('contact');
  const columns = conversationColumns(input, { now, today, timeZone: actor.centre.timeZone });
  const facts = person
    ? {
        sex: person.facts.sex,
        age_band: person.facts.ageBand,
        stage: person.facts.stage,
        nationality: person.facts.nationality,
        district: person.facts.district,
      }
    : visitorColumns(input.facts);
  const contact = {
    id,
    centre_id: actor.centre.id,
    site_id: siteId,
    kind: 'counselling',
    who: input.who,
    client_id: person?.id ?? null,
    restricted: false,
    asker_role: input.asker,
    ...columns,
    ...facts,
    first_time: firstTime,
    people: 1,
    sealed_note: input.note
      ? await sealNote(house.vault, { id, client_id: person?.id ?? null }, input.note)
      : null,
    counsellor_id: actor.staffId,
    recorded_by: actor.staffId,
    recorded_at: now,
    voided_at: null,
    voided_by: null,
    version: 1,
  };
  return {
    contact,
    link: person && {
      contact_id: id,
      client_id: person.id,
      centre_id: actor.centre.id,
      occurred_on: columns.occurred_on,
      voided: false,
    },
    audit: (chain) =>
      chain.row(recordContact, actor, now, {
        subjectId: id,
        clientId: person?.id ?? null,
        itemIds: person ? [person.id] : [],
        fields: ['conversation', ...(input.note ? ['note'] : [])],
      }),
  };
}
