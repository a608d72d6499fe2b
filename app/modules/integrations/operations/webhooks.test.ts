import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { StaffActor } from '#platform/actor.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { read } from '#platform/operations/read.server.ts';
import type { OutsideRules } from '#platform/outgoing/post-outside.server.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import { viewCentre } from '#modules/centres/queries/view-centre.query.server.ts';
import { setCentreSettings } from '#modules/centres/operations/set-centre-settings.server.ts';
import { registerTestClient } from '#modules/clients/clients.testing.ts';
import { restrictClient } from '#modules/clients/operations/restrict-client.server.ts';
import { recordTestContact } from '#modules/contacts/contacts.testing.ts';
import { beginJob } from '#modules/staff/index.server.ts';
import { addTestStaff, openTestCentre, type TestCentre } from '#modules/staff/staff.testing.ts';
import { keeperOf, makeTestWebhook } from '../integrations.testing.ts';
import { listWebhooks } from '../queries/list-webhooks.query.server.ts';
import { sendNotices, signature } from '../send-notices.server.ts';
import { mostAttempts, mostFailures } from '../webhook.ts';
import { addWebhook } from './add-webhook.server.ts';
import { resumeWebhook } from './resume-webhook.server.ts';
import { settleNotices } from './settle-notices.server.ts';
import { stopWebhook } from './stop-webhook.server.ts';
import { takeDueNotices } from './take-due.server.ts';
import { tryWebhook } from './try-webhook.server.ts';

let house: TestHouse;
let centre: TestCentre;
let counsellor: StaffActor;
/** Every name leads nowhere: what is sent ends as "the name is unknown". */
const nowhere: OutsideRules = { resolve: async () => [], allows: () => true, patience: 1_000 };

beforeAll(async () => {
  house = await openTestHouse();
  centre = await openTestCentre(house);
  counsellor = (await addTestStaff(house, centre.coordinator.actor, ['counsellor'])).actor;
});
afterAll(() => house?.close());
beforeEach(async () => {
  for (const { id, stoppedWhy } of (await list()).webhooks)
    if (!stoppedWhy) await execute(house, stopWebhook, keeper(), { webhookId: id });
});

const keeper = () => keeperOf(house, centre.coordinator.actor);
const list = () => read(house, listWebhooks, keeper(), {});
const deliveries = async (webhookId: string) =>
  (await house.admin.query('select * from serai.webhook_delivery where webhook_id = $1', [webhookId])).rows;
const record = (clientIds: string[] = []) =>
  recordTestContact(house, counsellor, {
    siteId: centre.siteIds[0],
    ...(clientIds.length > 0 && { clientIds }),
  });

async function switchOn(on: boolean) {
  const { version } = await read(house, viewCentre, centre.coordinator.actor, {});
  await execute(house, setCentreSettings, keeper(), { values: { 'integrations.webhooks': on }, version });
}

test('nobody but the coordinator, with a fresh code, adds an address; and none while notices are off', async () => {
  const input = { url: 'https://hooks.example/in', events: ['contact.record'] };
  await expect(execute(house, addWebhook, counsellor, input)).rejects.toMatchObject({ code: 'forbidden' });
  await expect(
    execute(house, addWebhook, { ...keeper(), steppedUpAt: undefined }, input),
  ).rejects.toMatchObject({ code: 'step-up.required' });
  await expect(
    execute(house, addWebhook, { ...centre.coordinator.actor, steppedUpAt: house.clock.now() }, input),
  ).rejects.toMatchObject({ code: 'webhook.switched-off' });
  await expect(
    execute(house, addWebhook, keeper(), { ...input, url: 'https://10.0.0.1/in' }),
  ).rejects.toMatchObject({ fields: [{ path: 'url', code: 'inside-address' }] });
  await expect(
    execute(house, addWebhook, keeper(), { ...input, events: ['client.view'] }),
  ).rejects.toMatchObject({ code: 'input.invalid' });
  expect((await list()).webhooks).toEqual([]);
});

test('nothing is noted while notices are off, although an address stands there', async () => {
  const { webhookId } = await makeTestWebhook(house, centre.coordinator.actor);
  await record();
  expect(await deliveries(webhookId)).toEqual([]);
});

test('address and secret are sealed; the secret is shown once', async () => {
  const { webhookId, secret } = await makeTestWebhook(house, centre.coordinator.actor);
  expect(secret).toHaveLength(43);
  const { rows } = await house.admin.query('select * from serai.webhook where id = $1', [webhookId]);
  const stored = Buffer.from(rows[0].sealed).toString('latin1') + JSON.stringify(rows);
  expect(stored).not.toContain('hooks.example');
  expect(stored).not.toContain(secret);
  expect(JSON.stringify(await list())).not.toContain(secret);
});

test('one act, one notice, in the same transaction: the record’s id and nothing else', async () => {
  await switchOn(true);
  const { webhookId, secret } = await makeTestWebhook(house, centre.coordinator.actor);
  const { contactId } = await record();
  await registerTestClient(house, counsellor, { names: [{ given: 'Storai', family: 'Hotakzada' }] });
  expect(await deliveries(webhookId)).toMatchObject([{ event: 'contact.record', subject_id: contactId }]);
  const job = await beginJob(house, centre.centreId);
  const due = await execute(house, takeDueNotices, job, {});
  expect(due).toMatchObject([{ url: 'https://hooks.example/in', secret }]);
  const body = JSON.parse(due[0]?.body ?? '');
  expect(Object.keys(body)).toEqual(['id', 'event', 'subject', 'at']);
  expect(body.subject).toBe(contactId);
  const signed = signature(secret, 'body', new Date(1_000_000));
  expect(signed).toBe(`t=1000,v1=${createHmac('sha256', secret).update('1000.body').digest('hex')}`);
  // Taken once: a second worker finds nothing to send.
  expect(await execute(house, takeDueNotices, job, {})).toEqual([]);
});

test('a write that fails tells nobody', async () => {
  const { webhookId } = await makeTestWebhook(house, centre.coordinator.actor);
  await expect(recordTestContact(house, counsellor, { siteId: 'nowhere' })).rejects.toThrow();
  expect(await deliveries(webhookId)).toEqual([]);
});

test('of restricted people nothing is told', async () => {
  const { clientId } = await registerTestClient(house, counsellor, {
    names: [{ given: 'Mastura', family: 'Wardaki' }],
  });
  const { webhookId } = await makeTestWebhook(house, centre.coordinator.actor);
  await execute(house, restrictClient, counsellor, { clientId, readers: [counsellor.staffId], reason: 'x' });
  await record([clientId]);
  expect(await deliveries(webhookId)).toEqual([]);
});

test('what does not arrive is tried again with pauses, then given up', async () => {
  const { webhookId } = await makeTestWebhook(house, centre.coordinator.actor);
  await record();
  for (let attempt = 1; attempt <= mostAttempts; attempt += 1) {
    expect(await sendNotices(house, nowhere)).toBe(1);
    expect(await sendNotices(house, nowhere)).toBe(0);
    expect(await deliveries(webhookId)).toMatchObject([
      { attempts: attempt, state: attempt === mostAttempts ? 'failed' : 'waiting', trouble: 'not-found' },
    ]);
    house.clock.advance(25 * 3_600_000);
  }
  const shown = (await list()).webhooks.find(({ id }) => id === webhookId);
  expect(shown?.last[0]).toMatchObject({ state: 'failed', trouble: 'not-found' });
});

test('what was taken and never settled goes out again: at least once', async () => {
  const { webhookId } = await makeTestWebhook(house, centre.coordinator.actor);
  await record();
  const job = await beginJob(house, centre.centreId);
  expect(await execute(house, takeDueNotices, job, {})).toHaveLength(1);
  house.clock.advance(6 * 60_000);
  const again = await execute(house, takeDueNotices, await beginJob(house, centre.centreId), {});
  const [notice] = again;
  expect(again).toHaveLength(1);
  const outcomes = [{ deliveryId: notice?.deliveryId, status: 204, trouble: null }];
  await expect(execute(house, settleNotices, keeper(), { outcomes })).rejects.toMatchObject({
    code: 'forbidden',
  });
  await execute(house, settleNotices, await beginJob(house, centre.centreId), { outcomes });
  expect(await deliveries(webhookId)).toMatchObject([{ state: 'delivered', http_status: 204 }]);
});

test('an address at which nothing arrives any more is given up', async () => {
  const { webhookId } = await makeTestWebhook(house, centre.coordinator.actor);
  await house.admin.query('update serai.webhook set failures = $1 where id = $2', [
    mostFailures - 1,
    webhookId,
  ]);
  await record();
  for (let attempt = 1; attempt <= mostAttempts; attempt += 1) {
    await sendNotices(house, nowhere);
    house.clock.advance(25 * 3_600_000);
  }
  const shown = (await list()).webhooks.find(({ id }) => id === webhookId);
  expect(shown).toMatchObject({ stoppedWhy: 'failing' });
  await expect(execute(house, tryWebhook, keeper(), { webhookId })).rejects.toMatchObject({
    code: 'webhook.stopped',
  });
  await expect(execute(house, resumeWebhook, counsellor, { webhookId })).rejects.toMatchObject({
    code: 'forbidden',
  });
  await execute(house, resumeWebhook, keeper(), { webhookId });
  await execute(house, tryWebhook, keeper(), { webhookId });
  expect(await sendNotices(house, nowhere)).toBe(1);
  await expect(execute(house, resumeWebhook, keeper(), { webhookId })).rejects.toMatchObject({
    code: 'webhook.not-stopped',
  });
});

test('who stops an address stops what is on its way; and switching off stops all', async () => {
  const first = await makeTestWebhook(house, centre.coordinator.actor);
  await record();
  await expect(execute(house, stopWebhook, counsellor, first)).rejects.toMatchObject({ code: 'forbidden' });
  await execute(house, stopWebhook, keeper(), { webhookId: first.webhookId });
  expect(await deliveries(first.webhookId)).toMatchObject([{ state: 'failed', trouble: 'stopped' }]);
  const second = await makeTestWebhook(house, centre.coordinator.actor);
  await record();
  await switchOn(false);
  expect(await sendNotices(house, nowhere)).toBe(0);
  expect(await deliveries(second.webhookId)).toMatchObject([{ state: 'failed', trouble: 'stopped' }]);
});
