import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sql } from 'kysely';
import { publicActor } from '#platform/actor.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { read } from '#platform/operations/read.server.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import { openTestCentre, type TestCentre } from '#modules/staff/staff.testing.ts';
import { openThread } from '../open-thread.server.ts';
import { ownThread } from '../queries/own-thread.query.server.ts';
import { askTestQuestion, openTestIntake, shown } from '../questions.testing.ts';
import { receiptKeys } from '../receipt-keys.server.ts';
import { askAgain } from './ask-again.server.ts';
import { deleteThread } from './delete-thread.server.ts';

let house: TestHouse;
let centre: TestCentre;
beforeAll(async () => {
  house = await openTestHouse();
  centre = await openTestCentre(house);
  await openTestIntake(house, centre.centreId);
});
afterAll(() => house?.close());

const rows = async (query: string) => (await house.admin.query(query)).rows;
const other = () => receiptKeys('zoo zoo zoo zoo zoo zoo zoo');

describe('a receipt that belongs to no thread', () => {
  test.each(['zoo zoo zoo zoo zoo zoo zoo', 'no receipt at all', '', '0000 0000'])('"%s"', async (typed) => {
    await askTestQuestion(house);
    const keys = await receiptKeys(typed);
    const missing = { code: 'not-found', status: 404, fields: [], params: {} };
    const receipt = shown(keys);
    await expect(read(house, ownThread, publicActor, { receipt })).rejects.toMatchObject(missing);
    await expect(execute(house, deleteThread, publicActor, { receipt })).rejects.toMatchObject(missing);
    await expect(
      execute(house, askAgain, publicActor, { receipt, text: 'hello', after: 1 }),
    ).rejects.toMatchObject(missing);
    expect(await openThread(house, keys)).toBeUndefined();
  });
});

test('a receipt opens its own thread and no other, whatever is asked of the database', async () => {
  const { keys } = await askTestQuestion(house, { text: 'mine' });
  await askTestQuestion(house, { text: 'somebody else’s' });
  for (const login of ['app', 'reader'] as const) {
    const seen = await house.databases[login].transaction().execute(async (tx) => {
      await sql`select set_config('serai.receipt', ${keys.token}, true)`.execute(tx);
      const count = async (table: string) =>
        (await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`.execute(tx)).rows[0]?.n;
      return [
        await count('question'),
        await count('question_message'),
        await count('intake_secret'),
        await count('intake_log'),
      ];
    });
    expect([login, ...seen]).toEqual([login, 1, 1, 0, 0]);
  }
});

test('without a receipt and without a session there is nothing, also after somebody showed one', async () => {
  const counted = sql<{ n: number }>`select count(*)::int as n from question`;
  for (const login of ['app', 'reader'] as const)
    for (let again = 0; again < 15; again += 1)
      expect((await counted.execute(house.databases[login])).rows[0]?.n).toBe(0);
});

test('nobody writes an answer without a session, and no thread under another receipt', async () => {
  const { keys } = await askTestQuestion(house);
  const asAsker = (attempt: ReturnType<typeof sql>) =>
    house.databases.app.transaction().execute(async (tx) => {
      await sql`select set_config('serai.receipt', ${keys.token}, true)`.execute(tx);
      await attempt.execute(tx);
    });
  const forged = sql`insert into question_message (question_id, seq, centre_id, author, sealed, intake_key_id, day, answered_by)
    select question_id, 2, centre_id, 'centre', sealed, intake_key_id, day, gen_random_uuid() from question_message`;
  await expect(asAsker(forged)).rejects.toThrow(/row-level security/);
  const foreign = sql`insert into question (id, centre_id, lookup, asked_on, language, topic, way, asker_recipient, waiting_since, last_on)
    select gen_random_uuid(), centre_id, sha256('another'), asked_on, language, topic, way, asker_recipient, asked_on, last_on from question`;
  await expect(asAsker(foreign)).rejects.toThrow(/row-level security/);
});

test('deleting removes everything but that it was', async () => {
  const { words, keys } = await askTestQuestion(house, { text: 'take it back' });
  const before = await rows('select count(*)::int as n from serai.question');
  await execute(house, deleteThread, publicActor, { receipt: { token: keys.token } });
  expect(await rows('select count(*)::int as n from serai.question')).toEqual([{ n: before[0].n - 1 }]);
  expect(
    await rows(
      'select 1 from serai.question_message m where not exists (select 1 from serai.question q where q.id = m.question_id)',
    ),
  ).toEqual([]);
  expect(await openThread(house, await receiptKeys(words))).toBeUndefined();
  const log = await rows('select kind, question_id, day from serai.intake_log order by seq desc limit 2');
  expect(log.map(({ kind }) => kind)).toEqual(['deleted', 'asked']);
  expect(log[0].question_id).toBe(log[1].question_id);
  expect(log[0].day).toBe('2026-03-10');
  await expect(
    execute(house, deleteThread, publicActor, { receipt: { token: keys.token } }),
  ).rejects.toMatchObject({ code: 'not-found' });
  expect(await openThread(house, await other())).toBeUndefined();
});
