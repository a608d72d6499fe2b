import { afterAll, beforeAll, expect, test } from 'vitest';
import { type JobActor, type StaffActor } from '#platform/actor.ts';
import { verifyAudit } from '#platform/audit/verify-audit.server.ts';
import { addDays } from '#platform/language/local-day.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { read } from '#platform/operations/read.server.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import { beginJob } from '#modules/staff/index.server.ts';
import { openTestCentre, signIn, type TestCentre } from '#modules/staff/staff.testing.ts';
import { openIntake, tendQuestions } from './jobs.server.ts';
import { discardKey } from './operations/discard-key.server.ts';
import { expireQuestion } from './operations/expire-question.server.ts';
import { makeKey } from './operations/make-key.server.ts';
import { receiveQuestion } from './operations/receive-question.server.ts';
import { remindQuestion } from './operations/remind-question.server.ts';
import { openThread } from './open-thread.server.ts';
import { askTestQuestion } from './questions.testing.ts';
import { viewQuestion } from './queries/view-question.query.server.ts';
import { receivePending } from './receive-pending.server.ts';

let house: TestHouse;
let centre: TestCentre;
beforeAll(async () => {
  house = await openTestHouse();
  centre = await openTestCentre(house);
});
afterAll(() => house?.close());

const rows = async (query: string) => (await house.admin.query(query)).rows;
const received = () =>
  rows(
    `select subject_id, fields from serai.audit_event where action = 'question.receive' and result = 'done' order by seq`,
  );
const job = (): Promise<JobActor> => beginJob(house, centre.centreId);
const coordinator = (): Promise<StaffActor> => signIn(house, centre.coordinator);
const oldest = async () =>
  (await rows('select id from serai.question order by last_on, id limit 1'))[0].id as string;

test('no member of staff does what is the jobs’, and only the coordinator makes a key', async () => {
  const actor = centre.coordinator.actor;
  const id = crypto.randomUUID();
  for (const act of [
    () => execute(house, receiveQuestion, actor, { seq: 1 }),
    () => execute(house, expireQuestion, actor, { questionId: id }),
    () => execute(house, remindQuestion, actor, { questionId: id }),
    () => execute(house, discardKey, actor, { keyId: id }),
  ])
    await expect(act()).rejects.toMatchObject({ code: 'forbidden' });
});

test('a new centre gets its key by itself, once', async () => {
  await openIntake(house);
  await openIntake(house);
  expect(await rows('select centre_id from serai.intake_key')).toEqual([{ centre_id: centre.centreId }]);
  expect((await rows('select sealed from serai.intake_secret'))[0].sealed.toString('latin1')).not.toContain(
    'AGE-SECRET',
  );
});

test('what was asked today is not taken over by itself: the chain would tell the second', async () => {
  await askTestQuestion(house);
  await tendQuestions(house);
  expect(await received()).toEqual([]);
});

test('what was asked before is taken over, once, also by two processes at the same time', async () => {
  house.clock.set('2026-03-11T03:00:00Z');
  await Promise.all([tendQuestions(house), tendQuestions(house)]);
  await tendQuestions(house);
  expect(await received()).toMatchObject([{ fields: ['asked'] }]);
  expect(await verifyAudit(house.databases.audit, house.vault)).toMatchObject({ findings: [] });
});

test('before a colleague opens a question the chain knows that it was asked', async () => {
  await askTestQuestion(house);
  const [{ id }] = await rows(`select id from serai.question where asked_on = '2026-03-11'`);
  await receivePending(house, await job(), { questionId: id });
  await receivePending(house, await job(), { questionId: id });
  expect((await received()).filter((row) => row.subject_id === id)).toMatchObject([{ fields: ['asked'] }]);
});

test('a log that somebody changed is taken over as changed', async () => {
  await askTestQuestion(house);
  const [{ seq, question_id }] = await rows(
    'select seq, question_id from serai.intake_log where not chained',
  );
  await house.admin.query(`update serai.intake_log set day = '2026-01-01' where seq = ${seq}`);
  await receivePending(house, await job(), { questionId: question_id });
  expect((await received()).find((row) => row.subject_id === question_id)?.fields).toEqual([
    'asked',
    'broken-link',
  ]);
});

test('a question that nobody answered in time goes to the editors, once', async () => {
  await expect(
    execute(house, remindQuestion, await job(), { questionId: await oldest() }),
  ).rejects.toMatchObject({
    code: 'question.not-overdue',
  });
  house.clock.set('2026-03-20T03:00:00Z');
  await tendQuestions(house);
  await tendQuestions(house);
  const tasks = await rows('select question_id, opened_by from serai.content_task');
  expect(tasks).toHaveLength(3);
  expect(new Set(tasks.map((task) => task.question_id)).size).toBe(3);
  expect(tasks[0].opened_by).toBeNull();
});

test('a key is renewed, and the old one still opens what it opened until nothing needs it', async () => {
  const { keys } = await askTestQuestion(house, { text: 'under the old key' });
  const [{ id: questionId }] = await rows(`select id from serai.question where asked_on = '2026-03-20'`);
  const [old] = await rows('select id from serai.intake_key');
  const { keyId } = await execute(house, makeKey, await coordinator(), {});
  expect(await rows('select id from serai.intake_key where retired_on is null')).toEqual([{ id: keyId }]);
  const found = await read(house, viewQuestion, await coordinator(), { questionId });
  expect(found.messages[0]?.text).toBe('under the old key');
  await expect(execute(house, discardKey, await job(), { keyId: old.id })).rejects.toMatchObject({
    code: 'question.key-needed',
  });
  expect((await openThread(house, keys))?.messages[0]?.text).toBe('under the old key');
});

test('after the days that the centre keeps questions they are deleted, and then the key that opened them is destroyed', async () => {
  await expect(
    execute(house, expireQuestion, await job(), { questionId: await oldest() }),
  ).rejects.toMatchObject({
    code: 'question.too-young',
  });
  const [old] = await rows(
    'select vault_key from serai.intake_secret s join serai.intake_key k on k.id = s.key_id where k.retired_on is not null',
  );
  house.clock.set(`${addDays('2026-03-20', 181)}T03:00:00Z`);
  await tendQuestions(house);
  expect(await rows('select 1 from serai.question')).toEqual([]);
  expect(await rows('select 1 from serai.question_message')).toEqual([]);
  await tendQuestions(house);
  await expect(house.vault.keys.open(old.vault_key)).rejects.toMatchObject({ code: 'vault.key-missing' });
});
