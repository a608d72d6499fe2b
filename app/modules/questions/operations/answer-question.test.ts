import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { publicActor, type StaffActor } from '#platform/actor.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { read } from '#platform/operations/read.server.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import { addTestStaff, openTestCentre, type TestCentre } from '#modules/staff/staff.testing.ts';
import { openThread } from '../open-thread.server.ts';
import { askTestQuestion, openTestIntake, shown } from '../questions.testing.ts';
import { listCalls } from '../queries/list-calls.query.server.ts';
import { listQuestions } from '../queries/list-questions.query.server.ts';
import { viewQuestion } from '../queries/view-question.query.server.ts';
import { answerQuestion } from './answer-question.server.ts';
import { askAgain } from './ask-again.server.ts';
import { assignQuestion } from './assign-question.server.ts';
import { closeQuestion } from './close-question.server.ts';
import { openTask } from './open-task.server.ts';

let house: TestHouse;
let centre: TestCentre;
let counsellor: StaffActor;
beforeAll(async () => {
  house = await openTestHouse();
  centre = await openTestCentre(house);
  await openTestIntake(house, centre.centreId);
  counsellor = await staffOf('counsellor');
});
afterAll(() => house?.close());

const staffOf = async (role: 'counsellor' | 'receptionist' | 'data_officer' | 'data_protection_officer') =>
  (await addTestStaff(house, centre.coordinator.actor, [role], centre.siteIds[0])).actor;
const rows = async (query: string, values: unknown[] = []) => (await house.admin.query(query, values)).rows;
const lastAudit = async () =>
  (await rows('select * from serai.audit_event order by at desc, seq desc limit 1'))[0];

/** Asks and finds the question in the inbox, as a colleague would. */
async function askAndFind(given: Parameters<typeof askTestQuestion>[1] = {}) {
  const before = new Set((await read(house, listQuestions, counsellor, {})).rows.map((row) => row.id));
  const { keys } = await askTestQuestion(house, given);
  const row = (await read(house, listQuestions, counsellor, {})).rows.find(({ id }) => !before.has(id));
  if (!row) throw new Error('the question did not come in');
  return { questionId: row.id, keys };
}
const answer = (questionId: string, given: object = {}, actor: StaffActor = counsellor) =>
  execute(house, answerQuestion, actor, {
    questionId,
    version: 1,
    text: 'Nobody may keep your passport. Ask for it in front of a witness.',
    topic: 'passport_withheld',
    ...given,
  });

describe('who may not', () => {
  test.each(['receptionist', 'data_officer', 'data_protection_officer'] as const)('%s', async (role) => {
    const actor = await staffOf(role);
    const { questionId, keys } = await askAndFind();
    for (const act of [
      () => answer(questionId, {}, actor),
      () => execute(house, assignQuestion, actor, { questionId, version: 1 }),
      () => execute(house, closeQuestion, actor, { questionId, version: 1, reason: 'spam' }),
      () => execute(house, openTask, actor, { questionId, version: 1 }),
      () => read(house, viewQuestion, actor, { questionId }),
      () => read(house, listQuestions, actor, {}),
      () => read(house, listCalls, actor, {}),
    ])
      await expect(act()).rejects.toMatchObject({ code: 'forbidden' });
    expect(await openThread(house, keys)).toMatchObject({ state: 'new' });
  });

  test('nobody without a session reads or answers', async () => {
    const { questionId } = await askAndFind();
    await expect(read(house, viewQuestion, publicActor, { questionId })).rejects.toMatchObject({
      code: 'forbidden',
    });
    await expect(execute(house, answerQuestion, publicActor, {})).rejects.toMatchObject({
      code: 'forbidden',
    });
  });
});

test('a question that is not there cannot be answered, and one that moved on is not overwritten', async () => {
  await expect(answer(crypto.randomUUID())).rejects.toMatchObject({ code: 'not-found' });
  const { questionId, keys } = await askAndFind();
  await execute(house, askAgain, publicActor, { receipt: shown(keys), text: 'and my wages?', after: 1 });
  await expect(answer(questionId)).rejects.toMatchObject({ code: 'conflict.version' });
  expect((await openThread(house, keys))?.messages).toHaveLength(2);
});

test('advice about leaving says that staying is an option', async () => {
  const { questionId } = await askAndFind({ topic: 'before_migration' });
  const wrong = { topic: 'recruitment_agency_check' };
  await expect(answer(questionId, wrong)).rejects.toMatchObject({
    fields: [{ path: 'stayOptionExplained', code: 'explain-staying' }],
  });
  expect(
    await rows('select 1 from serai.question_message where question_id = $1', [questionId]),
  ).toHaveLength(1);
});

test('an answer leads only to pages that are published', async () => {
  const { questionId } = await askAndFind();
  await expect(answer(questionId, { guideIds: [crypto.randomUUID()] })).rejects.toMatchObject({
    fields: [{ path: 'guideIds', code: 'choose-one' }],
  });
});

test('the asker reads the answer with the receipt; it is sealed, and counted as one contact without a name', async () => {
  const { questionId, keys } = await askAndFind({ language: 'ur' });
  const { contactId } = await answer(questionId);
  const thread = await openThread(house, keys);
  expect(thread).toMatchObject({ state: 'answered', messages: [{ author: 'asker' }, { author: 'centre' }] });
  expect(thread?.messages[1]?.text).toContain('witness');
  const [stored] = await rows(
    'select sealed from serai.question_message where question_id = $1 and seq = 2',
    [questionId],
  );
  expect(stored.sealed.toString('latin1')).not.toContain('witness');
  expect(await rows('select * from serai.contact where id = $1', [contactId])).toMatchObject([
    {
      who: 'anonymous',
      channel: 'web_form',
      language: 'ur',
      main_topic: 'passport_withheld',
      sealed_note: null,
    },
  ]);
  expect(await lastAudit()).toMatchObject({
    action: 'question.answer',
    subject_id: questionId,
    fields: ['answer'],
  });
  await expect(answer(questionId, { version: 2 })).rejects.toMatchObject({ code: 'question.settled' });
});

test('who asks back comes back into the inbox, and the same words twice are one message', async () => {
  const { questionId, keys } = await askAndFind();
  await answer(questionId);
  const back = { receipt: shown(keys), text: 'He says it is the law.', after: 2 };
  await execute(house, askAgain, publicActor, back);
  await execute(house, askAgain, publicActor, back);
  const thread = await openThread(house, keys);
  expect(thread).toMatchObject({ state: 'asked_again', last: 3 });
  const inbox = await read(house, listQuestions, counsellor, { inbox: 'mine' });
  expect(inbox.rows).toMatchObject([{ id: questionId, state: 'asked_again' }]);
});

test('the e-mail goes out with the answer, under a subject that tells nothing, only to who asked for it', async () => {
  const plain = await askAndFind();
  expect(await answer(plain.questionId)).toMatchObject({ mailed: false });
  const without = await askAndFind({ way: 'email', email: 'somebody@mail.example' });
  expect(await answer(without.questionId)).toMatchObject({ mailed: false });
  Object.assign(house.config, { smtpUrl: 'smtp://127.0.0.1:9', smtpFrom: 'centre@centre.example' });
  const { questionId } = await askAndFind({ way: 'email', email: 'somebody@mail.example' });
  expect(await answer(questionId)).toMatchObject({ mailed: true });
  const sent = await rows(`select * from serai.outbox where kind = 'question-answer'`);
  expect(sent).toMatchObject([{ client_id: null, state: 'waiting' }]);
  const place = { table: 'outbox', column: 'sealed', row: sent[0].id };
  const message = await house.vault.unseal<{ to: string; subject: string; text: string }>(
    sent[0].key_id,
    place,
    sent[0].sealed,
  );
  expect(message).toMatchObject({ to: 'somebody@mail.example', subject: 'Your answer' });
  expect(message.text).toContain('witness');
});

test('whoever wants a call is on the list with the safe hours, and opening the list is recorded', async () => {
  const contact = {
    way: 'call' as const,
    phone: '0300 1234567',
    hours: 'after eight',
    say: 'a wrong number',
  };
  const { questionId } = await askAndFind(contact);
  const { calls } = await read(house, listCalls, counsellor, {});
  expect(calls).toMatchObject([{ id: questionId, contact: { phone: '0300 1234567', hours: 'after eight' } }]);
  expect(await lastAudit()).toMatchObject({
    action: 'question.list-calls',
    result: 'viewed',
    item_ids: [questionId],
  });
  await answer(questionId);
  expect((await read(house, listCalls, counsellor, {})).calls).toEqual([]);
});

test('opening a question is recorded; looking at the inbox opens nothing', async () => {
  const { questionId } = await askAndFind({ text: 'a long story' });
  expect(JSON.stringify(await read(house, listQuestions, counsellor, {}))).not.toContain('long story');
  const opened = await read(house, viewQuestion, counsellor, { questionId });
  expect(opened.messages).toMatchObject([{ author: 'asker', text: 'a long story' }]);
  expect(await lastAudit()).toMatchObject({
    action: 'question.view',
    result: 'viewed',
    subject_id: questionId,
  });
});

describe('giving to somebody', () => {
  test('who cannot answer gets none', async () => {
    const { questionId } = await askAndFind();
    const receptionist = await staffOf('receptionist');
    for (const staffId of [receptionist.staffId, crypto.randomUUID()])
      await expect(
        execute(house, assignQuestion, counsellor, { questionId, version: 1, staffId }),
      ).rejects.toMatchObject({ fields: [{ path: 'staffId', code: 'choose-one' }] });
  });

  test('taking it shows whose it is', async () => {
    const { questionId } = await askAndFind();
    await execute(house, assignQuestion, counsellor, { questionId, version: 1 });
    const found = await read(house, viewQuestion, counsellor, { questionId });
    expect(found).toMatchObject({ state: 'taken', assignedTo: { id: counsellor.staffId }, version: 2 });
    expect(await lastAudit()).toMatchObject({ action: 'question.view' });
  });
});

test('what is put away says to the asker that there was no answer and not why; writing again brings it back', async () => {
  const { questionId, keys } = await askAndFind();
  await execute(house, closeQuestion, counsellor, { questionId, version: 1, reason: 'spam' });
  expect(await lastAudit()).toMatchObject({ action: 'question.close', fields: ['closure', 'spam'] });
  const thread = await openThread(house, keys);
  expect(thread?.state).toBe('closed');
  expect(JSON.stringify(thread)).not.toContain('spam');
  await execute(house, askAgain, publicActor, { receipt: shown(keys), text: 'I am real', after: 1 });
  expect(await openThread(house, keys)).toMatchObject({ state: 'asked_again' });
});

test('the editors get the topic and a colleague’s words, never the asker’s', async () => {
  const { questionId } = await askAndFind({ topic: 'return', text: 'my very own words' });
  const { taskId } = await execute(house, openTask, counsellor, {
    questionId,
    version: 1,
    note: 'nothing about loans after return',
  });
  const tasks = await rows('select * from serai.content_task where id = $1', [taskId]);
  expect(tasks).toMatchObject([{ kind: 'question', question_id: questionId, topic: 'return' }]);
  expect(JSON.stringify(tasks)).not.toContain('very own');
  expect(await lastAudit()).toMatchObject({ action: 'question.open-task', subject_id: questionId });
});

test('a place in the list that is none is refused, and breaks nothing', async () => {
  for (const after of ['2026-99-99~0d6f3a52-7c1b-4a53-9f0e-2b8f3a1c9d11', `2026-03-01~${'-'.repeat(36)}`])
    await expect(read(house, listQuestions, counsellor, { after })).rejects.toMatchObject({
      code: 'input.invalid',
    });
});
