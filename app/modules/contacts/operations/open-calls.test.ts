import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { restrictClient } from '#modules/clients/operations/restrict-client.server.ts';
import { withdrawTestConsent } from '#modules/clients/clients.testing.ts';
import {
  addTestStaff,
  openTestCentre,
  signIn,
  type TestCentre,
  type TestStaff,
} from '#modules/staff/staff.testing.ts';
import { disableStaff } from '#modules/staff/operations/disable-staff.server.ts';
import type { StaffActor } from '#platform/actor.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { read } from '#platform/operations/read.server.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import { adviseTestClient, days, openTestCalls } from '../campaign.testing.ts';
import { recordTestContact } from '../contacts.testing.ts';
import { listCalls } from '../queries/list-calls.query.server.ts';
import { openCalls } from './open-calls.server.ts';
import { voidContact } from './void-contact.server.ts';

let house: TestHouse;
let centre: TestCentre;
let who: TestStaff;
let mina: StaffActor;
beforeAll(async () => {
  house = await openTestHouse();
  centre = await openTestCentre(house);
  who = await addTestStaff(house, centre.coordinator.actor, ['counsellor'], centre.siteIds[0]);
});
afterAll(() => house?.close());
beforeEach(async () => {
  // Far beyond every window of the test before.
  house.clock.advance(days(400));
  mina = await signIn(house, who);
});

const night = () => openTestCalls(house, centre.centreId);
const later = async (count: number) => {
  house.clock.advance(days(count));
  mina = await signIn(house, who);
};
const callsOf = async (clientId: string) =>
  (
    await house.admin.query(
      'select round, outcome, assigned_to, likelihood_before, due_on from serai.campaign_call where client_id = $1 order by due_on',
      [clientId],
    )
  ).rows;

test('nobody but the house opens calls', async () => {
  await expect(execute(house, openCalls, mina, {})).rejects.toMatchObject({ code: 'forbidden' });
});

test('not before its days, once in each round, and never twice because the job ran twice', async () => {
  const { clientId } = await adviseTestClient(house, mina);
  await later(19);
  expect(await night()).toMatchObject({ opened: 0 });
  await later(1);
  expect(await night()).toMatchObject({ opened: 1 });
  expect(await night()).toMatchObject({ opened: 0 });
  expect(await callsOf(clientId)).toMatchObject([
    { round: 'first', outcome: null, assigned_to: mina.staffId, likelihood_before: 8 },
  ]);
  const { calls } = await read(house, listCalls, mina, {});
  expect(calls).toMatchObject([{ client: { id: clientId }, round: 'first', likelihoodBefore: 8 }]);
  await later(21);
  expect(await night()).toMatchObject({ ended: 1 });
  await later(139);
  expect(await night()).toMatchObject({ opened: 1 });
  expect(await callsOf(clientId)).toMatchObject([{ outcome: 'stopped' }, { round: 'second', outcome: null }]);
});

test('later talks within the episode begin no other', async () => {
  const { clientId } = await adviseTestClient(house, mina);
  await later(12);
  await recordTestContact(house, mina, { clientIds: [clientId] });
  await later(10);
  await night();
  await later(30);
  await night();
  expect((await callsOf(clientId)).map(({ round }) => round)).toEqual(['first']);
});

test('only people who agreed to it, and can be called safely', async () => {
  const refused = await adviseTestClient(house, mina);
  await withdrawTestConsent(house, mina, refused.clientId, 'research_follow_up');
  const silent = await adviseTestClient(house, mina);
  await withdrawTestConsent(house, mina, silent.clientId, 'contact_by_phone');
  const unsafe = await adviseTestClient(house, mina, {
    person: {
      phones: [{ number: '0700555444', owner: 'employer', safeToCall: false, safeToMessage: false }],
    },
  });
  const closed = await adviseTestClient(house, mina);
  await execute(house, restrictClient, mina, {
    clientId: closed.clientId,
    readers: [],
    reason: 'for the test',
  });
  const voided = await adviseTestClient(house, mina);
  await execute(house, voidContact, mina, { contactId: voided.contactId, version: 1, reason: 'twice' });
  await later(30);
  expect(await night()).toMatchObject({ opened: 0 });
  for (const { clientId } of [refused, silent, unsafe, closed, voided])
    expect(await callsOf(clientId)).toEqual([]);
});

test('a yes taken back, a file that is closed to others, a talk that is voided: the open call ends', async () => {
  const [first, second, third] = [
    await adviseTestClient(house, mina),
    await adviseTestClient(house, mina),
    await adviseTestClient(house, mina),
  ];
  await later(30);
  expect(await night()).toMatchObject({ opened: 3 });
  await withdrawTestConsent(house, mina, first.clientId, 'research_follow_up');
  expect(await callsOf(first.clientId)).toMatchObject([{ outcome: 'stopped' }]);
  await execute(house, voidContact, mina, { contactId: second.contactId, version: 1, reason: 'twice' });
  await execute(house, restrictClient, mina, {
    clientId: third.clientId,
    readers: [],
    reason: 'for the test',
  });
  expect(await night()).toMatchObject({ ended: 1 });
  expect(await callsOf(second.clientId)).toMatchObject([{ outcome: 'stopped' }]);
  const other = await addTestStaff(house, await signIn(house, centre.coordinator), ['counsellor']);
  expect((await read(house, listCalls, other.actor, { whose: 'all' })).calls).toEqual([]);
});

test('who has left calls nobody: the coordinator does, and open calls pass on with the rest', async () => {
  const leaver = await addTestStaff(
    house,
    await signIn(house, centre.coordinator),
    ['counsellor'],
    centre.siteIds[0],
  );
  const before = await adviseTestClient(house, leaver.actor);
  await later(30);
  await night();
  expect(await callsOf(before.clientId)).toMatchObject([{ assigned_to: leaver.actor.staffId }]);
  const after = await adviseTestClient(house, await signIn(house, leaver));
  const coordinator = await signIn(house, centre.coordinator);
  await execute(house, disableStaff, coordinator, {
    staffId: leaver.actor.staffId,
    handOverTo: mina.staffId,
  });
  expect(await callsOf(before.clientId)).toMatchObject([{ assigned_to: mina.staffId }]);
  await later(30);
  await night();
  expect(await callsOf(after.clientId)).toMatchObject([{ assigned_to: coordinator.staffId }]);
});
