import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { seededRandom } from '#app/demo/seeded-random.ts';
import { registerTestClient } from '#modules/clients/clients.testing.ts';
import { restrictClient } from '#modules/clients/operations/restrict-client.server.ts';
import { recordTestContact } from '#modules/contacts/contacts.testing.ts';
import { correctContact } from '#modules/contacts/operations/correct-contact.server.ts';
import { voidContact } from '#modules/contacts/operations/void-contact.server.ts';
import { addTestStaff, openTestCentre, type TestCentre } from '#modules/staff/staff.testing.ts';
import { mergeTestFiles } from '#modules/duplicates/duplicates.testing.ts';
import { undoMerge } from '#modules/duplicates/operations/undo-merge.server.ts';
import type { StaffActor } from '#platform/actor.ts';
import { addDays } from '#platform/language/local-day.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import { linesOf, recount } from '../recount.testing.ts';
import { countDays } from '../statistics.tables.server.ts';

let house: TestHouse;
let centre: TestCentre;

beforeAll(async () => {
  house = await openTestHouse();
  centre = await openTestCentre(house);
});
afterAll(() => house?.close());

const today = '2026-03-10';

async function counted(first: string, next: string, site: string | null, detail: boolean) {
  const { rows } = await house.databases.reader.transaction().execute(async (tx) => {
    await sql`select set_config('serai.session', ${centre.coordinator.actor.sessionToken}, true)`.execute(tx);
    return countDays({ firstDay: first, nextDay: next }, { site, own: false }, detail).execute(tx);
  });
  return rows;
}

async function compareAll() {
  for (const [first, next] of [
    ['2026-03-01', '2026-04-01'],
    ['2026-02-01', '2026-03-01'],
    ['2025-12-22', '2026-03-21'],
    ['2026-03-10', '2026-03-11'],
  ] as const) {
    for (const site of [null, ...centre.siteIds]) {
      const slow = await recount(house.admin, centre.centreId, first, next, site);
      expect(linesOf(await counted(first, next, site, true))).toEqual(linesOf(slow));
      const totals = slow.filter(({ measure, dimension }) => dimension === '' && measure !== 'online');
      expect(linesOf(await counted(first, next, site, false))).toEqual(linesOf(totals));
    }
  }
}

test('after any mix of writing, correcting, voiding, restricting, merging and parting the numbers equal a recount', async () => {
  const { actor } = centre.coordinator;
  const random = seededRandom('statistics');
  const [ada, bo] = [
    await addTestStaff(house, actor, ['counsellor'], centre.siteIds[0]),
    await addTestStaff(house, actor, ['counsellor'], centre.siteIds[0]),
  ].map((colleague) => colleague.actor) as [StaffActor, StaffActor];
  const people: string[] = [];
  for (let at = 0; at < 12; at += 1)
    people.push(
      (
        await registerTestClient(house, actor, {
          names: [{ given: `Person ${at}`, family: 'Counted' }],
          sex: random.pick(['female', 'male', 'unknown']),
          stage: random.pick(['intending', 'returned']),
          ...(at % 3 > 0 && { nationalities: ['AF'], originAdmin1: random.pick(['Herat', 'Kunduz']) }),
        })
      ).clientId,
    );
  const contacts: { contactId: string; version: number; siteId: string }[] = [];
  for (let at = 0; at < 120; at += 1) {
    const siteId = random.pick(centre.siteIds);
    const conversation = {
      siteId,
      topics: [random.pick(['housing', 'visa_procedure', 'stress'] as const)],
      channel: random.pick(['in_person_centre', 'whatsapp', 'hotline_inbound'] as const),
      occurredOn: addDays(today, -random.int(0, 28)),
      ...(random.chance(0.5) && { corridorFrom: 'AF', corridorTo: random.pick(['IR', 'AE']) }),
    };
    const turn = random.int(0, 9);
    const known = contacts[random.int(0, Math.max(0, contacts.length - 1))];
    if (turn < 2 && known) {
      await execute(house, voidContact, actor, { ...known, reason: 'written twice' });
      contacts.splice(contacts.indexOf(known), 1);
    } else if (turn < 4 && known) {
      const { siteId: _place, ...said } = conversation;
      await execute(house, correctContact, actor, {
        ...said,
        contactId: known.contactId,
        version: known.version,
        reason: 'the paper says another day',
        minutes: 25,
        language: 'prs',
        result: 'information_given',
        stayOptionExplained: true,
      });
      known.version += 1;
    } else {
      const clientIds = people.filter(() => random.chance(0.15));
      const who =
        clientIds.length > 0
          ? { clientIds }
          : random.chance(0.3)
            ? { who: 'head_count' as const, people: random.int(2, 40) }
            : {};
      const { contactId } = await recordTestContact(house, actor, { ...conversation, ...who });
      contacts.push({ contactId, version: 1, siteId });
    }
    if (at === 60)
      await execute(house, restrictClient, actor, {
        clientId: people[0] ?? '',
        readers: [ada.staffId, bo.staffId],
        reason: 'for safety',
      });
    if (at % 40 === 39) await compareAll();
  }
  const [, one = '', other = ''] = people;
  const mergeId = await mergeTestFiles(house, [ada, bo], one, other);
  await compareAll();
  await recordTestContact(house, actor, { siteId: centre.siteIds[1], clientIds: [one] });
  await execute(house, undoMerge, ada, { mergeId });
  await compareAll();
}, 60_000);

test('a member of a family is counted with the own facts, not with those of the first named', async () => {
  const { actor } = centre.coordinator;
  const register = (given: string, sex: 'female' | 'male', district: string) =>
    registerTestClient(house, actor, { names: [{ given, family: 'Together' }], sex, originAdmin1: district });
  const mother = await register('Mother', 'female', 'Balkh');
  const son = await register('Son', 'male', 'Bamyan');
  await recordTestContact(house, actor, {
    siteId: centre.siteIds[0],
    clientIds: [mother.clientId, son.clientId],
    topics: ['housing'],
    occurredOn: '2026-02-20',
  });
  const rows = await counted('2026-02-20', '2026-02-21', null, true);
  const people = (dimension: string) =>
    Object.fromEntries(
      rows
        .filter((row) => row.measure === 'people' && row.dimension === dimension)
        .map(({ a, n }) => [a, n] as const),
    );
  expect(people('district')).toMatchObject({ Balkh: 1, Bamyan: 1 });
});
