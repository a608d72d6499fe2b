import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { publicActor } from '#platform/actor.ts';
import type { House } from '#platform/house.server.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import { addTestStaff, openTestCentre, type TestCentre } from '#modules/staff/staff.testing.ts';
import { openThread } from '../open-thread.server.ts';
import { askTestQuestion, newQuestion, openTestIntake, shown } from '../questions.testing.ts';
import { receiptKeys } from '../receipt-keys.server.ts';
import { askQuestion } from './ask-question.server.ts';

let house: TestHouse;
let centre: TestCentre;
beforeAll(async () => {
  house = await openTestHouse();
  centre = await openTestCentre(house);
  await openTestIntake(house, centre.centreId);
});
afterAll(() => house?.close());

const rows = async (table: string) => (await house.admin.query(`select * from serai.${table}`)).rows;
const receipt = async (said = 'zoo zoo zoo zoo zoo zoo zoo') => shown(await receiptKeys(said));
const ask = async (given: object = {}) =>
  execute(house, askQuestion, publicActor, { ...newQuestion({ receipt: await receipt() }), ...given });

test('while the centre has no key nothing can be asked', async () => {
  const retire = (day: string | null) =>
    house.admin.query('update serai.intake_key set retired_on = $1', [day]);
  await retire('2026-03-10');
  await expect(ask()).rejects.toMatchObject({ code: 'question.closed-door' });
  await retire(null);
});

test('somebody who is signed in does not ask without a name', async () => {
  for (const role of ['counsellor', 'receptionist'] as const) {
    const { actor } = await addTestStaff(house, centre.coordinator.actor, [role], centre.siteIds[0]);
    const input = newQuestion({ receipt: await receipt() });
    await expect(execute(house, askQuestion, actor, input)).rejects.toMatchObject({ code: 'forbidden' });
  }
});

test.each([
  ['no words', { text: '   ' }, 'text', 'required'],
  ['too many words', { text: 'a'.repeat(2_001) }, 'text', 'too-long'],
  ['text that hides its direction', { text: 'abc\u202edef' }, 'text', 'bad-characters'],
  ['a topic that is none', { topic: 'weather' }, 'topic', 'choose-one'],
  ['no way to answer', { way: undefined }, 'way', 'choose-one'],
  ['an e-mail without an address', { way: 'email' }, 'email', 'required'],
  ['an address that is none', { way: 'email', email: 'nobody' }, 'email', 'not-an-email'],
  ['a call without a number', { way: 'call', hours: 'evenings' }, 'phone', 'required'],
  ['a number that is none', { way: 'call', phone: 'my brother', hours: 'evenings' }, 'phone', 'not-a-phone'],
  ['a call without safe hours', { way: 'call', phone: '0300 1234567' }, 'hours', 'required'],
])('%s is refused at its field, and nothing is written', async (_what, wrong, path, code) => {
  await expect(ask(wrong)).rejects.toMatchObject({ code: 'input.invalid', fields: [{ path, code }] });
  expect(await rows('question')).toEqual([]);
});

describe('a question that was taken', () => {
  test('is kept with its day and its topic, and what was said is sealed', async () => {
    await askTestQuestion(house, {
      topic: 'return',
      language: 'prs',
      text: 'the well behind the old school',
    });
    const [question] = await rows('question');
    expect(question).toMatchObject({
      topic: 'return',
      language: 'prs',
      way: 'code',
      state: 'new',
      version: 1,
    });
    expect([question.asked_on, question.waiting_since, question.last_on]).toEqual(
      Array(3).fill('2026-03-10'),
    );
    const [message] = await rows('question_message');
    expect(message.sealed.toString('latin1')).not.toContain('well');
    expect(Object.values({ ...question, ...message }).some((value) => value instanceof Date)).toBe(false);
  });

  test('is noted in the log without a key, and in no chain', async () => {
    const before = await rows('audit_event');
    const earlier = (await rows('intake_log')).length;
    await askTestQuestion(house);
    expect((await rows('intake_log')).slice(earlier)).toMatchObject([
      { kind: 'asked', chained: false, day: '2026-03-10' },
    ]);
    expect(await rows('audit_event')).toEqual(before);
    expect(await rows('idempotency')).toEqual(expect.not.arrayContaining([{ operation: 'question.ask' }]));
  });

  test('leaves no job behind that would tell the second', async () => {
    const jobs = 'select count(*)::int as n from graphile_worker._private_jobs';
    const before = (await house.admin.query(jobs)).rows;
    await askTestQuestion(house);
    expect((await house.admin.query(jobs)).rows).toEqual(before);
  });
});

test('the same form sent twice, also at the same moment, is one question', async () => {
  const count = (await rows('question')).length;
  const said = (await rows('question_message')).length;
  const same = { receipt: await receipt('bakery '.repeat(7)) };
  await Promise.all([ask(same), ask(same), ask(same)]);
  await ask(same);
  expect(await rows('question')).toHaveLength(count + 1);
  expect(await rows('question_message')).toHaveLength(said + 1);
});

test('the same receipt with other words adds to its thread', async () => {
  const { words, keys } = await askTestQuestion(house, { text: 'first' });
  await ask({ receipt: shown(keys), text: 'second' });
  const thread = await openThread(house, await receiptKeys(words));
  expect(thread?.messages.map(({ text }) => text)).toEqual(['first', 'second']);
});

test('one thread takes so many messages and no more', async () => {
  const { keys } = await askTestQuestion(house, { text: 'message 1' });
  for (let at = 2; at <= 20; at += 1) await ask({ receipt: shown(keys), text: `message ${at}` });
  await expect(ask({ receipt: shown(keys), text: 'message 21' })).rejects.toMatchObject({
    code: 'question.too-many',
  });
});

test('asking needs no key of the house', async () => {
  const locked = { ...house, vault: forbiddenVault(house) } satisfies House;
  const { words } = await askTestQuestion(locked, { text: 'while you sleep' });
  const thread = await openThread(locked, await receiptKeys(words));
  expect(thread?.messages).toMatchObject([{ author: 'asker', text: 'while you sleep' }]);
});

/** A vault that nobody unlocked yet. */
function forbiddenVault(from: House): House['vault'] {
  return new Proxy(from.vault, {
    get() {
      throw new Error('the vault is locked');
    },
  });
}
