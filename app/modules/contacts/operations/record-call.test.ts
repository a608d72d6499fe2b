import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { withdrawTestConsent } from '#modules/clients/clients.testing.ts';
import {
  addTestStaff,
  openTestCentre,
  signIn,
  type TestCentre,
  type TestStaff,
} from '#modules/staff/staff.testing.ts';
import type { StaffActor } from '#platform/actor.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { read } from '#platform/operations/read.server.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import { adviseTestClient, days, openTestCalls } from '../campaign.testing.ts';
import { campaignResults } from '../queries/campaign-results.query.server.ts';
import { listCalls } from '../queries/list-calls.query.server.ts';
import { assignCalls } from './assign-calls.server.ts';
import { recordCall } from './record-call.server.ts';

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
  house.clock.advance(days(400));
  mina = await signIn(house, who);
});

async function openCall(given: Parameters<typeof adviseTestClient>[2] = {}) {
  const { clientId, contactId } = await adviseTestClient(house, mina, given);
  house.clock.advance(days(30));
  mina = await signIn(house, who);
  await openTestCalls(house, centre.centreId);
  const { rows } = await house.admin.query<{ id: string }>(
    'select id from serai.campaign_call where client_id = $1 and closed_at is null',
    [clientId],
  );
  return { clientId, contactId, callId: String(rows[0]?.id) };
}
const rowOf = async (callId: string) =>
  (await house.admin.query('select * from serai.campaign_call where id = $1', [callId])).rows[0];

test('a receptionist records no call and sees no list; the other colleague’s version is not written over', async () => {
  const { callId } = await openCall();
  const desk = await addTestStaff(house, await signIn(house, centre.coordinator), ['receptionist']);
  const input = { callId, version: 1, outcome: 'not_reached' };
  await expect(execute(house, recordCall, desk.actor, input)).rejects.toMatchObject({ code: 'forbidden' });
  await expect(read(house, listCalls, desk.actor, {})).rejects.toMatchObject({ code: 'forbidden' });
  await expect(read(house, campaignResults, desk.actor, {})).rejects.toMatchObject({ code: 'forbidden' });
  await execute(house, recordCall, mina, input);
  await expect(execute(house, recordCall, mina, input)).rejects.toMatchObject({ code: 'conflict.version' });
  await expect(
    execute(house, recordCall, mina, { callId, version: 2, outcome: 'reached' }),
  ).rejects.toMatchObject({ fields: [{ path: 'minutes', code: 'required' }] });
});

test('whoever may not be called any more is not, and nothing is written', async () => {
  const { callId, clientId } = await openCall();
  await house.admin.query(
    `update serai.consent set status = 'refused' where client_id = $1 and purpose = 'contact_by_phone'`,
    [clientId],
  );
  await expect(
    execute(house, recordCall, mina, { callId, version: 1, outcome: 'not_reached' }),
  ).rejects.toMatchObject({ code: 'campaign.not-allowed' });
  const { calls } = await read(house, listCalls, mina, {});
  expect(calls[0]?.reach).toMatchObject({ allowed: false, phones: [], later: [] });
});

test('outside the safe hours the list says when, and shows no number', async () => {
  await openCall({
    person: {
      phones: [
        {
          number: '0700999111',
          owner: 'shared',
          safeToCall: true,
          safeToMessage: false,
          safeFrom: '03:00',
          safeTo: '03:05',
          safeWords: 'the tailor calls',
        },
      ],
    },
  });
  const { calls } = await read(house, listCalls, mina, {});
  const call = calls[0];
  expect(call?.reach).toMatchObject({
    allowed: false,
    reasons: ['outside-safe-hours'],
    phones: [],
    later: [{ safeFrom: '03:00', safeTo: '03:05' }],
  });
  expect(JSON.stringify(call)).not.toContain('0700999111');
});

test('three tries at different hours end it; at one hour they do not', async () => {
  const { callId } = await openCall();
  const tryAgain = async (version: number) =>
    execute(house, recordCall, mina, { callId, version, outcome: 'not_reached' });
  await tryAgain(1);
  await tryAgain(2);
  house.clock.advance(3_600_000);
  await tryAgain(3).catch(async () => {
    mina = await signIn(house, who);
    await tryAgain(3);
  });
  expect((await rowOf(callId)).outcome).toBeNull();
  house.clock.advance(3_600_000);
  mina = await signIn(house, who);
  await tryAgain(4);
  expect(await rowOf(callId)).toMatchObject({ outcome: 'not_reached', result_contact_id: null });
  await expect(tryAgain(5)).rejects.toMatchObject({ code: 'campaign.closed' });
});

test('somebody who was reached stands in the ledger as a follow-up, with what they cared to tell', async () => {
  const { callId, clientId, contactId } = await openCall();
  const done = await execute(house, recordCall, mina, {
    callId,
    version: 1,
    outcome: 'reached',
    minutes: 7,
    decision: 'will_train_first',
    likelihoodNow: 3,
    knowsWhomToContact: true,
  });
  expect(done).toMatchObject({ outcome: 'reached' });
  const { rows } = await house.admin.query(
    'select kind, channel, minutes, topics, first_time, client_id, intention_after from serai.contact where id = $1',
    [done.contactId],
  );
  expect(rows[0]).toMatchObject({
    kind: 'follow_up',
    channel: 'phone_outbound',
    minutes: 7,
    first_time: false,
    client_id: clientId,
    intention_after: 'will_train_first',
  });
  const first = await house.admin.query('select topics from serai.contact where id = $1', [contactId]);
  expect(rows[0].topics).toEqual(first.rows[0].topics);
  const { rounds } = await read(house, campaignResults, mina, {});
  expect(rounds[0]).toMatchObject({
    reached: 1,
    likelihood: { people: 1, before: 8, now: 3, change: -5 },
    knowsWhom: { asked: 1, yes: 1 },
  });
  expect(rounds[0]?.decisions).toContainEqual({ code: 'will_train_first', people: 1 });
  // A follow-up is no counselling: it begins no episode of its own.
  house.clock.advance(days(30));
  expect(await openTestCalls(house, centre.centreId)).toMatchObject({ opened: 0 });
});

test('whoever asks not to be called has taken the yes back in the same step', async () => {
  const { callId, clientId } = await openCall();
  await execute(house, recordCall, mina, { callId, version: 1, outcome: 'asked_not_to_be_called' });
  const { rows } = await house.admin.query(
    `select status, recorded_by from serai.consent where client_id = $1 and purpose = 'research_follow_up' order by seq desc limit 1`,
    [clientId],
  );
  expect(rows[0]).toEqual({ status: 'withdrawn', recorded_by: mina.staffId });
  expect(await rowOf(callId)).toMatchObject({ outcome: 'asked_not_to_be_called' });
  house.clock.advance(days(150));
  expect(await openTestCalls(house, centre.centreId)).toMatchObject({ opened: 0 });
  await expect(
    withdrawTestConsent(house, await signIn(house, who), clientId, 'research_follow_up'),
  ).rejects.toMatchObject({ code: 'input.invalid' });
});

test('a coordinator gives calls to a colleague who counsels, and to nobody else; a counsellor gives none', async () => {
  const { callId } = await openCall();
  const coordinator = await signIn(house, centre.coordinator);
  const desk = await addTestStaff(house, coordinator, ['receptionist']);
  const other = await addTestStaff(house, coordinator, ['counsellor']);
  const give = (actor: StaffActor, staffId: string) =>
    execute(house, assignCalls, actor, { callIds: [callId], staffId });
  await expect(give(mina, other.actor.staffId)).rejects.toMatchObject({ code: 'forbidden' });
  await expect(give(coordinator, desk.actor.staffId)).rejects.toMatchObject({
    fields: [{ path: 'staffId', code: 'not-a-colleague' }],
  });
  expect(await give(coordinator, other.actor.staffId)).toEqual({ assigned: 1 });
  expect((await read(house, listCalls, other.actor, {})).calls).toMatchObject([{ id: callId }]);
  expect((await read(house, listCalls, mina, {})).calls).toEqual([]);
});
