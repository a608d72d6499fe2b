import { afterAll, beforeAll, expect, test } from 'vitest';
import { execute } from '#platform/operations/execute.server.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import { registerTestClient, withdrawTestConsent } from '#modules/clients/clients.testing.ts';
import { type Message, mailer } from '#modules/messages/index.server.ts';
import { messageJobs } from '#modules/messages/jobs.server.ts';
import { beginJob } from '#modules/staff/index.server.ts';
import {
  addTestStaff,
  openTestCentre,
  type TestCentre,
  type TestStaff,
} from '#modules/staff/staff.testing.ts';
import { planFollowUp } from './plan-follow-up.server.ts';
import { sendReminder } from './send-reminder.server.ts';

let house: TestHouse;
let centre: TestCentre;
let mina: TestStaff;
const sent: Message[] = [];
beforeAll(async () => {
  house = await openTestHouse();
  house.config.smtpUrl = 'smtp://mail.example';
  house.resources.set('mailer', { send: async (_id: string, message: Message) => sent.push(message) > 0 });
  centre = await openTestCentre(house);
  mina = await addTestStaff(house, centre.coordinator.actor, ['counsellor'], centre.siteIds[0]);
});
afterAll(() => house?.close());

async function planned(): Promise<{ clientId: string; followUpId: string }> {
  const { clientId } = await registerTestClient(house, mina.actor, {
    email: { address: 'reader@mail.example', safe: true },
    languages: ['prs'],
  });
  const { followUpId } = await execute(house, planFollowUp, mina.actor, {
    clientId,
    dueOn: '2026-03-10',
    way: 'email',
  });
  return { clientId, followUpId };
}

const remind = async (followUpId: string) =>
  execute(house, sendReminder, await beginJob(house, centre.centreId), { followUpId });
const jobs = async (task: string) =>
  (
    await house.admin.query(
      'select payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id where identifier = $1',
      [task],
    )
  ).rows;

test('nobody but a job sends a reminder', async () => {
  const { followUpId } = await planned();
  await expect(execute(house, sendReminder, centre.coordinator.actor, { followUpId })).rejects.toMatchObject({
    code: 'forbidden',
  });
});

test('planning an e-mail follow-up plans its job, with ids only', async () => {
  const { followUpId } = await planned();
  expect(await jobs('remind-follow-up')).toContainEqual({
    payload: { followUpId, centreId: centre.centreId },
  });
});

test('a consent withdrawn meanwhile keeps the reminder at home', async () => {
  const { clientId, followUpId } = await planned();
  await withdrawTestConsent(house, mina.actor, clientId, 'contact_by_message');
  expect(await remind(followUpId)).toBe('not-due');
  expect(sent).toEqual([]);
});

test('a reminder goes out once, in the language of the person, and says nothing of the centre', async () => {
  const { followUpId } = await planned();
  expect(await remind(followUpId)).toBe('queued');
  expect(await remind(followUpId)).toBe('not-due');
  const [job] = await jobs('send-message');
  await messageJobs[0]?.run(house, job.payload);
  await messageJobs[0]?.run(house, job.payload);
  expect(sent).toHaveLength(1);
  expect(sent[0]).toMatchObject({
    to: 'reader@mail.example',
    subject: house.translators.for('fa-AF', 'messages')('reminder.subject'),
  });
  expect(JSON.stringify(sent)).not.toMatch(/Caravanserai|migrant|مهاجر/i);
});

test('the mailer of a house without SMTP sends nothing', async () => {
  const quiet = {
    ...house,
    config: { ...house.config, smtpUrl: undefined },
    resources: new Map<string, unknown>(),
  };
  expect(await mailer(quiet).send('1', { to: 'x@mail.example', subject: '', text: '' })).toBe(false);
});
