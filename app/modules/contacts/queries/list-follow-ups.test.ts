import { afterAll, beforeAll, expect, test } from 'vitest';
import { registerTestClient } from '#modules/clients/clients.testing.ts';
import {
  addTestStaff,
  openTestCentre,
  type TestCentre,
  type TestStaff,
} from '#modules/staff/staff.testing.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { read } from '#platform/operations/read.server.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import { planFollowUp } from '../operations/plan-follow-up.server.ts';
import { listFollowUps } from './list-follow-ups.query.server.ts';

let house: TestHouse;
let centre: TestCentre;
let mina: TestStaff;
let farhad: TestStaff;
let clientId: string;
beforeAll(async () => {
  house = await openTestHouse();
  centre = await openTestCentre(house);
  const join = (role: 'counsellor' | 'volunteer') =>
    addTestStaff(house, centre.coordinator.actor, [role], centre.siteIds[0]);
  mina = await join('counsellor');
  farhad = await join('volunteer');
  ({ clientId } = await registerTestClient(house, mina.actor));
});
afterAll(() => house?.close());

const list = (params: object = {}, actor = mina.actor) => read(house, listFollowUps, actor, params);
const plan = (dueOn: string, given: object = {}) =>
  execute(house, planFollowUp, mina.actor, { clientId, dueOn, way: 'phone', ...given });

test('a volunteer sees their own and asks in vain for those of others, of one person too', async () => {
  await plan('2026-03-11');
  expect((await list({}, farhad.actor)).rows).toEqual([]);
  await expect(list({ whose: 'all' }, farhad.actor)).rejects.toMatchObject({ code: 'forbidden' });
  expect((await list({ client: clientId }, farhad.actor)).rows).toEqual([]);
});

test.each([{ due: 'soon' }, { way: 'pigeon' }, { sort: 'name' }, { after: '2026-02-30~x' }])(
  'what makes no sense is refused: %o',
  async (params) => {
    await expect(list(params)).rejects.toMatchObject({ code: 'input.invalid' });
  },
);

test('by what day it is, by way, by day, by person', async () => {
  const { clientId: other } = await registerTestClient(house, mina.actor);
  const { followUpId: today } = await plan('2026-03-10', { way: 'visit' });
  const { followUpId: later } = await plan('2026-04-20', { clientId: other });
  const ids = async (params: object) => (await list(params)).rows.map(({ id }) => id);
  expect(await ids({ due: 'today' })).toEqual([today]);
  expect(await ids({ due: 'overdue' })).toEqual([]);
  expect(await ids({ way: 'visit' })).toEqual([today]);
  expect(await ids({ from: '2026-04-01', to: '2026-04-30' })).toEqual([later]);
  expect(await ids({ client: other })).toEqual([later]);
  expect(await ids({ counsellor: farhad.actor.staffId })).toEqual([]);
});

test('many of one day: pages neither skip nor repeat, and the other order is the reverse', async () => {
  for (let at = 0; at < 55; at += 1) await plan(at % 11 === 0 ? '2026-03-12' : '2026-03-15');
  const all = async (sort: string) => {
    const rows: { id: string; dueOn: string }[] = [];
    for (let after: string | undefined, first = true; first || after; first = false) {
      const page = await list({ sort, after });
      rows.push(...page.rows);
      after = page.next;
    }
    return rows;
  };
  const rows = await all('due');
  expect(rows.length).toBeGreaterThan(55);
  expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
  const days = rows.map(({ dueOn }) => dueOn);
  expect(days).toEqual(days.toSorted());
  expect((await all('latest-due')).map(({ id }) => id)).toEqual(rows.map(({ id }) => id).toReversed());
});
