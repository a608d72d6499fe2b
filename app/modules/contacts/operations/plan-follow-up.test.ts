import { afterAll, beforeAll, expect, test } from 'vitest';
import { execute } from '#platform/operations/execute.server.ts';
import { read } from '#platform/operations/read.server.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import { agreedConsent, registerTestClient } from '#modules/clients/clients.testing.ts';
import {
  addTestStaff,
  openTestCentre,
  type TestCentre,
  type TestStaff,
} from '#modules/staff/staff.testing.ts';
import { listFollowUps } from '../queries/list-follow-ups.query.server.ts';
import { closeFollowUp } from './close-follow-up.server.ts';
import { moveFollowUp } from './move-follow-up.server.ts';
import { planFollowUp } from './plan-follow-up.server.ts';

let house: TestHouse;
let centre: TestCentre;
let mina: TestStaff;
let clientId: string;
beforeAll(async () => {
  house = await openTestHouse();
  centre = await openTestCentre(house);
  mina = await addTestStaff(house, centre.coordinator.actor, ['counsellor'], centre.siteIds[0]);
  ({ clientId } = await registerTestClient(house, mina.actor));
});
afterAll(() => house?.close());

const plan = (given: object = {}) =>
  execute(house, planFollowUp, mina.actor, { clientId, dueOn: '2026-03-20', way: 'phone', ...given });

test('a receptionist plans no follow-up', async () => {
  const { actor } = await addTestStaff(house, centre.coordinator.actor, ['receptionist'], centre.siteIds[0]);
  await expect(
    execute(house, planFollowUp, actor, { clientId, dueOn: '2026-03-20', way: 'phone' }),
  ).rejects.toMatchObject({ code: 'forbidden' });
});

test('a day that is over is refused', async () => {
  await expect(plan({ dueOn: '2026-03-09' })).rejects.toMatchObject({
    fields: [{ path: 'dueOn', code: 'in-the-past' }],
  });
});

test('a way that the person did not agree to is refused, at its field', async () => {
  const { clientId: shy } = await registerTestClient(house, mina.actor, {
    consent: { ...agreedConsent, decisions: { ...agreedConsent.decisions, contact_by_phone: 'refused' } },
  });
  await expect(plan({ clientId: shy })).rejects.toMatchObject({
    fields: [{ path: 'way', code: 'not-agreed' }],
  });
  await expect(plan({ clientId: shy, way: 'visit' })).resolves.toHaveProperty('followUpId');
});

test('a way that is agreed to but not safe is refused', async () => {
  const { clientId: watched } = await registerTestClient(house, mina.actor, {
    phones: [{ number: '0700111222', owner: 'employer', safeToCall: false, safeToMessage: false }],
  });
  await expect(plan({ clientId: watched })).rejects.toMatchObject({
    fields: [{ path: 'way', code: 'not-safe' }],
  });
});

test('the list shows what is due, with the phone and hours that are safe', async () => {
  const { followUpId } = await plan({ note: 'ask about the visa' });
  const { rows } = await read(house, listFollowUps, mina.actor, { whose: 'mine' });
  expect(rows.find((row) => row.id === followUpId)).toMatchObject({
    client: { id: clientId, name: 'Gulalai Yusufzai' },
    pile: 'later',
    note: 'ask about the visa',
    reach: { allowed: true, phones: [{ number: '0700123456', safeFrom: '09:00', safeTo: '16:00' }] },
  });
});

test('a follow-up passes to a colleague, and is closed with an outcome', async () => {
  const omid = await addTestStaff(house, centre.coordinator.actor, ['counsellor'], centre.siteIds[0]);
  const { followUpId } = await plan();
  await execute(house, moveFollowUp, mina.actor, {
    followUpId,
    version: 1,
    dueOn: '2026-03-25',
    assignedTo: omid.actor.staffId,
  });
  await execute(house, closeFollowUp, omid.actor, { followUpId, version: 2, outcome: 'reached' });
  await expect(
    execute(house, closeFollowUp, omid.actor, { followUpId, version: 3, outcome: 'reached' }),
  ).rejects.toMatchObject({ code: 'follow-up.closed' });
  const { rows } = await house.admin.query(
    'select assigned_to, outcome, closed_by from serai.follow_up where id = $1',
    [followUpId],
  );
  expect(rows).toEqual([
    { assigned_to: omid.actor.staffId, outcome: 'reached', closed_by: omid.actor.staffId },
  ]);
});

test('a follow-up goes to nobody who does not work here, when planned and when moved', async () => {
  const nobody = crypto.randomUUID();
  await expect(plan({ assignedTo: nobody })).rejects.toMatchObject({
    fields: [{ path: 'assignedTo', code: 'not-a-colleague' }],
  });
  const { followUpId } = await plan();
  await expect(
    execute(house, moveFollowUp, mina.actor, {
      followUpId,
      version: 1,
      dueOn: '2026-03-25',
      assignedTo: nobody,
    }),
  ).rejects.toMatchObject({ fields: [{ path: 'assignedTo', code: 'not-a-colleague' }] });
});
