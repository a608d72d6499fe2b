import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  addTestStaff,
  openTestCentre,
  type TestCentre,
  type TestStaff,
} from '#modules/staff/staff.testing.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { read } from '#platform/operations/read.server.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import { moveToAnotherCentre, registerTestClient } from '../clients.testing.ts';
import { restrictClient } from '../operations/restrict-client.server.ts';
import { listClients } from './list-clients.query.server.ts';
let house: TestHouse;
let centre: TestCentre;
let counsellor: TestStaff;
beforeAll(async () => {
  house = await openTestHouse();
  centre = await openTestCentre(house);
  counsellor = await addTestStaff(house, centre.coordinator.actor, ['counsellor'], centre.siteIds[0]);
});
afterAll(() => house?.close());

const list = (params: object = {}, actor = counsellor.actor) => read(house, listClients, actor, params);

test('a data officer gets no list of people', async () => {
  const { actor } = await addTestStaff(house, centre.coordinator.actor, ['data_officer']);
  await expect(list({}, actor)).rejects.toMatchObject({ code: 'forbidden' });
});

test('a filter that is none is refused', async () => {
  await expect(list({ stage: 'lost' })).rejects.toMatchObject({ code: 'input.invalid' });
});

test('newest first, in pages that neither skip nor repeat', async () => {
  for (let i = 0; i < 35; i += 1) {
    house.clock.advance(1000);
    await registerTestClient(house, counsellor.actor, { names: [{ given: `Person${i}` }] });
  }
  const first = await list();
  const second = await list({ after: first.next });
  expect(first.people).toHaveLength(30);
  expect(new Set([...first.people, ...second.people].map(({ id }) => id)).size).toBe(
    30 + second.people.length,
  );
  expect(first.people[0]?.name).toContain('Person34');
});

test('one’s own people, a stage, a nationality', async () => {
  const { clientId } = await registerTestClient(house, counsellor.actor, {
    stage: 'returned',
    nationalities: ['TJ'],
    assignToMe: true,
  });
  for (const params of [{ show: 'mine' }, { stage: 'returned' }, { nationality: 'TJ' }]) {
    expect((await list(params)).people.map(({ id }) => id)).toEqual([clientId]);
  }
  expect((await list({ show: 'served' })).people).toEqual([]);
});

test('restricted people of others and people of another centre are not in it', async () => {
  const restricted = await registerTestClient(house, counsellor.actor);
  await execute(house, restrictClient, counsellor.actor, {
    clientId: restricted.clientId,
    reason: 'At risk',
  });
  const moved = await registerTestClient(house, counsellor.actor);
  await moveToAnotherCentre(house, moved.clientId);
  const seen = (await list({}, centre.coordinator.actor)).people.map(({ id }) => id);
  expect(seen).not.toContain(restricted.clientId);
  expect(seen).not.toContain(moved.clientId);
});

test.each([
  'x',
  '2026-01-01|not-an-id',
  '9999-99-99 00:00:00+00|00000000-0000-4000-8000-000000000000',
  "' or 1=1 --|",
  '2026-02-30 10:00:00+00|00000000-0000-4000-8000-000000000000',
  '2026-02-03 25:00:00+00|00000000-0000-4000-8000-000000000000',
])('a cursor that was tampered with starts from the beginning: %s', async (after) => {
  expect((await list({ after })).people.length).toBeGreaterThan(0);
});

test.each(['registered', 'first-registered', 'served', 'longest-ago', 'file', 'file-down'])(
  'sorted by %s, ties and blanks included, no page skips or repeats, and the other way round is the reverse',
  async (sort) => {
    // Thirty files of one day and some of others; half never served.
    await house.admin.query(`
      update serai.client set last_contact_on = case when right(file_no, 1) in ('1', '2', '3', '4', '5')
        then date '2026-03-01' + right(file_no, 1)::int / 3 end,
        registered_on = case when right(file_no, 1) = '7' then date '2025-12-24' else registered_on end`);
    const all = async (order: string) => {
      const ids: string[] = [];
      const values: (string | null)[] = [];
      for (let after: string | undefined, first = true; first || after; first = false) {
        const page = await list({ sort: order, after });
        ids.push(...page.people.map(({ id }) => id));
        values.push(
          ...page.people.map((person) =>
            order.startsWith('file')
              ? person.fileNo
              : order.includes('regist')
                ? person.registeredOn
                : person.lastContactOn,
          ),
        );
        after = page.next;
      }
      return { ids, values };
    };
    const reverse = {
      registered: 'first-registered',
      'first-registered': 'registered',
      served: 'longest-ago',
      'longest-ago': 'served',
      file: 'file-down',
      'file-down': 'file',
    }[sort];
    const { ids, values } = await all(sort);
    expect(ids.length).toBeGreaterThan(31);
    expect(new Set(ids).size).toBe(ids.length);
    expect((await all(reverse ?? '')).ids).toEqual(ids.toReversed());
    const upwards = ['first-registered', 'longest-ago', 'file'].includes(sort) ? values : values.toReversed();
    const known = upwards.map((value) => value ?? '');
    expect(known).toEqual(known.toSorted());
  },
);

test('where a page ended in one order is the beginning in another', async () => {
  const { next } = await list({ sort: 'file' });
  const fresh = await list({ sort: 'registered' });
  expect((await list({ sort: 'registered', after: next })).people).toEqual(fresh.people);
});

test('whom the list showed is in the audit', async () => {
  const { people } = await list();
  const {
    rows: [event],
  } = await house.admin.query(
    `select item_ids from serai.audit_event where action = 'client.list' order by seq desc limit 1`,
  );
  expect(event.item_ids).toEqual(people.map(({ id }) => id));
});
