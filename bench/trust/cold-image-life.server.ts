import { randomUUID } from 'node:crypto';
import type { StaffActor } from '#platform/actor.ts';
import { addDays, localDay } from '#platform/language/local-day.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { read } from '#platform/operations/read.server.ts';
import type { TestHouse } from '#platform/testing/test-house.server.ts';
import { newPerson } from '#modules/clients/clients.testing.ts';
import { registerClient } from '#modules/clients/operations/register-client.server.ts';
import { restrictClient } from '#modules/clients/operations/restrict-client.server.ts';
import { withdrawConsent } from '#modules/clients/operations/withdraw-consent.server.ts';
import { findClients } from '#modules/clients/queries/find-clients.query.server.ts';
import { viewClient } from '#modules/clients/queries/view-client.query.server.ts';
import { newContact } from '#modules/contacts/contacts.testing.ts';
import { correctContact } from '#modules/contacts/operations/correct-contact.server.ts';
import { recordContact } from '#modules/contacts/operations/record-contact.server.ts';
import { planFollowUp } from '#modules/contacts/operations/plan-follow-up.server.ts';
import { sendReminder } from '#modules/contacts/operations/send-reminder.server.ts';
import { saveDraft } from '#modules/drafts/operations/save-draft.server.ts';
import { arrive } from '#modules/front-desk/front-desk.testing.ts';
import { fileOf, takeTestImport, uploadTestImport } from '#modules/imports/imports.testing.ts';
import { exportList } from '#modules/lists/operations/export-list.server.ts';
import { askTestQuestion } from '#modules/questions/questions.testing.ts';
import { freshlyProven } from '#modules/releases/releases.testing.ts';
import { beginJob } from '#modules/staff/index.server.ts';
import type { WebApp } from '#server/app.server.ts';
import { type CanaryPerson, canaryPerson } from './canary-people.ts';

/** Who works in the house that will be searched. */
export interface ColdHouse {
  house: TestHouse;
  app: WebApp;
  actor: StaffActor;
}

/** Everything that a centre does with somebody, keyed as forms are, so that kept answers are searched as well. */
export async function liveThrough(cold: ColdHouse, at: number): Promise<void> {
  const { house, actor } = cold;
  const person = canaryPerson(at);
  const keyed = () => ({ idempotencyKey: randomUUID() });
  const { clientId } = await execute(house, registerClient, actor, registration(person), keyed());
  const dueOn = addDays(localDay(house.clock.now(), 'UTC'), 2);
  const { contactId } = await execute(
    house,
    recordContact,
    actor,
    {
      ...newContact({ clientIds: [clientId], note: person.text('told that') }),
      followUp: { dueOn, way: 'phone', note: person.text('asks about') },
    },
    keyed(),
  );
  await execute(house, saveDraft, actor, {
    form: 'contact',
    subjectId: clientId,
    fields: { note: person.text('half a sentence'), name: person.given },
  });
  await read(house, findClients, actor, { text: `${person.given} ${person.family}` });
  await read(house, viewClient, actor, { clientId });
  // The rest by turns: each of them is done hundreds of times in a night.
  const turn = at % 8;
  if (turn === 0) {
    const changed = { ...newContact(), contactId, version: 1, note: person.text('it was another') };
    await execute(
      house,
      correctContact,
      actor,
      { ...changed, reason: person.text('heard wrongly') },
      keyed(),
    );
  }
  if (turn === 1) await arrive(house, actor, { clientId, note: person.text('waits').slice(0, 80) });
  if (turn === 2) {
    const taken = { clientId, purposes: ['contact_by_message'], reason: person.text('afraid') };
    await execute(house, withdrawConsent, actor, taken, keyed());
  }
  if (turn === 3) {
    const closed = { clientId, readers: [], reason: person.text('is known to them') };
    await execute(house, restrictClient, actor, closed, keyed());
  }
  if (turn === 4) await askTestQuestion(house, { text: person.text('may I ask'), way: 'code' });
  if (turn === 5) await remind(cold, clientId, person);
  if (turn === 6) await throughPages(cold, person);
}

const registration = (person: CanaryPerson) =>
  newPerson({
    names: [{ given: person.given, family: person.family }],
    phones: [
      {
        number: person.phone,
        owner: 'own',
        safeToCall: true,
        safeToMessage: true,
        safeWords: person.text('say the book club'),
        note: person.text('a brother reads'),
      },
    ],
    note: person.text('came with'),
    originPlace: person.text('from'),
    currentPlace: person.text('lives'),
    address: person.text('at'),
    email: { address: person.email, safe: true },
    contactWarning: person.text('never on'),
    emergencyContact: {
      name: person.family,
      phone: person.phone,
      relation: person.text('aunt'),
      mayContact: true,
    },
    idDocuments: [{ type: 'passport', number: person.document }],
  });

/** A message that waits, is sent, and whose server nobody reaches. */
async function remind({ house, actor }: ColdHouse, clientId: string, person: CanaryPerson): Promise<void> {
  const dueOn = localDay(house.clock.now(), actor.centre.timeZone);
  const note = person.text('remind');
  const { followUpId } = await execute(house, planFollowUp, actor, { clientId, dueOn, way: 'email', note });
  await execute(house, sendReminder, await beginJob(house, actor.centre.id), { followUpId });
}

/** Addresses, forms and failures are what a log would be tempted to keep. */
async function throughPages({ app, actor }: ColdHouse, person: CanaryPerson): Promise<void> {
  const origin = 'http://127.0.0.1:4380';
  const headers = {
    cookie: `serai=${actor.sessionToken}`,
    origin,
    'content-type': 'application/x-www-form-urlencoded',
  };
  const fields = new URLSearchParams({
    'names[0].given': person.given,
    'names[0].family': person.family,
    'phones[0].number': person.phone,
    note: person.text('typed'),
    text: person.given,
  });
  for (const path of [
    '/staff/people',
    '/staff/people/new',
    `/${encodeURIComponent(person.given)}`,
    '/api/v1/contacts',
  ]) {
    for (const init of [{ headers }, { method: 'POST', headers, body: fields.toString() }])
      await (await app.fetch(new Request(`${origin}${path}?${fields}`, init))).arrayBuffer();
  }
}

/** A register that comes in, once to its end and once stopped half-way, and lists that go out. */
export async function registersAndLists(
  { house, actor, app }: ColdHouse,
  first: number,
  rows: number,
): Promise<void> {
  const by = freshlyProven(house, actor);
  const heading = 'Reg No,Name,Sex,Date of birth,Mobile No.,Nationality,Visit date,Service,Remarks';
  const register = (from: string) =>
    fileOf(
      [
        heading,
        ...Array.from({ length: rows }, (_, at) => {
          const { given, family, phone, text } = canaryPerson(first + at);
          return `${from}${at},${given} ${family},F,1990,${phone},Afghan,03/02/2024,Visa,${text('remark')}`;
        }),
      ].join('\n'),
    );
  const named = { name: `${canaryPerson(first).given}.csv` };
  await takeTestImport(house, by, register('a'), named);
  await uploadTestImport(house, by, register('b'), named);
  for (const list of ['people', 'contacts']) {
    const asked = {
      list,
      format: 'xlsx',
      columns: list === 'people' ? ['name', 'fileNo'] : ['day', 'people'],
      filter: {},
      reason: canaryPerson(first).text('the ministry asked'),
    };
    const { exportId } = await execute(house, exportList, by, asked);
    const request = new Request(`http://127.0.0.1:4380/staff/${list}/export/${exportId}`, {
      headers: { cookie: `serai=${actor.sessionToken}` },
    });
    await (await app.fetch(request)).arrayBuffer();
  }
}
