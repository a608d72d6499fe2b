import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { registerTestClient } from '#modules/clients/clients.testing.ts';
import { restrictClient } from '#modules/clients/operations/restrict-client.server.ts';
import { withdrawConsent } from '#modules/clients/operations/withdraw-consent.server.ts';
import { planFollowUp } from '#modules/contacts/operations/plan-follow-up.server.ts';
import { sendReminder } from '#modules/contacts/operations/send-reminder.server.ts';
import { beginJob } from '#modules/staff/index.server.ts';
import {
  addTestStaff,
  openTestCentre,
  type TestCentre,
  type TestStaff,
} from '#modules/staff/staff.testing.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import { mostAttempts, sendMessage } from './send-message.server.ts';

let house: TestHouse;
let centre: TestCentre;
let mina: TestStaff;
let mailServerTakes = true;
const tried: string[] = [];
beforeAll(async () => {
  house = await openTestHouse();
  house.config.smtpUrl = 'smtp://mail.example';
  house.resources.set('mailer', { send: async (id: string) => tried.push(id) > 0 && mailServerTakes });
  centre = await openTestCentre(house);
  mina = await addTestStaff(house, centre.coordinator.actor, ['counsellor'], centre.siteIds[0]);
});
afterAll(() => house?.close());

const job = () => beginJob(house, centre.centreId);
const send = async (messageId: string) => execute(house, sendMessage, await job(), { messageId });
const row = async (id: string) =>
  (await house.admin.query('select state, attempts, settled_at from serai.outbox where id = $1', [id]))
    .rows[0];

/** A reminder of a follow-up, waiting in the outbox. */
async function waiting(): Promise<{ clientId: string; messageId: string }> {
  const { clientId } = await registerTestClient(house, mina.actor, {
    email: { address: 'reader@mail.example', safe: true },
  });
  const plan = { clientId, dueOn: '2026-03-10', way: 'email' };
  const { followUpId } = await execute(house, planFollowUp, mina.actor, plan);
  await execute(house, sendReminder, await job(), { followUpId });
  const { rows } = await house.admin.query('select id from serai.outbox where client_id = $1', [clientId]);
  return { clientId, messageId: rows[0].id };
}

test('nobody but a job sends, and nothing leaves the house', async () => {
  const { messageId } = await waiting();
  const { actor } = centre.coordinator;
  await expect(execute(house, sendMessage, actor, { messageId })).rejects.toMatchObject({
    code: 'forbidden',
    status: 403,
  });
  expect(tried).not.toContain(messageId);
  expect(await row(messageId)).toMatchObject({ state: 'waiting', attempts: 0 });
});

test('a message that is not there is not found', async () => {
  await expect(send(randomUUID())).rejects.toMatchObject({ code: 'not-found' });
});

test('a message to somebody whose file was closed meanwhile is withdrawn unsent', async () => {
  const { clientId, messageId } = await waiting();
  await execute(house, restrictClient, mina.actor, { clientId, reason: 'At risk' });
  expect(await send(messageId)).toBe('withdrawn');
  expect(tried).not.toContain(messageId);
  expect(await row(messageId)).toMatchObject({ state: 'withdrawn', settled_at: expect.any(Date) });
});

test.each(['contact_by_message', 'service_and_record'])(
  'a message to somebody who took %s back meanwhile is withdrawn unsent, also after a failed try',
  async (purpose) => {
    const { clientId, messageId } = await waiting();
    mailServerTakes = false;
    expect(await send(messageId)).toBe('waiting');
    mailServerTakes = true;
    tried.splice(0);
    await execute(house, withdrawConsent, mina.actor, { clientId, purposes: [purpose] });
    expect(await send(messageId)).toBe('withdrawn');
    expect(tried).not.toContain(messageId);
    expect(await row(messageId)).toMatchObject({ state: 'withdrawn', settled_at: expect.any(Date) });
  },
);

test('a message goes out once, however often the job runs', async () => {
  const { messageId } = await waiting();
  expect([await send(messageId), await send(messageId)]).toEqual(['sent', 'sent']);
  expect(tried.filter((id) => id === messageId)).toHaveLength(1);
});

test('what the mail server refuses waits, and fails after so many attempts', async () => {
  const { messageId } = await waiting();
  mailServerTakes = false;
  const states: string[] = [];
  for (let attempt = 0; attempt < mostAttempts; attempt += 1) states.push(await send(messageId));
  expect(states).toEqual([...Array(mostAttempts - 1).fill('waiting'), 'failed']);
  expect(await row(messageId)).toMatchObject({ state: 'failed', attempts: mostAttempts });
});
