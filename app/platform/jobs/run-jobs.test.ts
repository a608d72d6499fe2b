import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestHouse, type TestHouse } from '../testing/test-house.server.ts';
import { runJobs } from './run-jobs.server.ts';

let house: TestHouse;
const done: unknown[] = [];
beforeAll(async () => {
  house = await openTestHouse();
  let failures = 0;
  await runJobs(house, [
    { task: 'note', run: async (_house, payload) => void done.push(payload) },
    {
      task: 'stumble',
      async run(_house, payload) {
        failures += 1;
        if (failures === 1) throw new Error('not yet');
        done.push(payload);
      },
    },
  ]);
});
afterAll(() => house?.close());

const enqueue = (task: string, payload: object) =>
  sql`select serai_queue.enqueue(${task}, ${JSON.stringify(payload)}::json, null, null)`.execute(
    house.databases.auth,
  );

async function until(condition: () => boolean): Promise<void> {
  for (let tries = 0; tries < 200 && !condition(); tries += 1)
    await new Promise((resolve) => setTimeout(resolve, 50));
}

test('the application’s login cannot touch the queue’s own tables', async () => {
  await expect(sql`select * from graphile_worker._private_jobs`.execute(house.databases.app)).rejects.toThrow(
    /permission denied/,
  );
});

test('a job that was added is run with its payload', async () => {
  await enqueue('note', { id: 1 });
  await until(() => done.length > 0);
  expect(done).toEqual([{ id: 1 }]);
});

test('a job that fails stays in the queue for another try, and its error keeps no payload', async () => {
  await enqueue('stumble', { id: 2 });
  const rows = async () =>
    (await house.admin.query('select attempts, last_error from graphile_worker._private_jobs')).rows;
  for (let tries = 0; tries < 200 && (await rows())[0]?.last_error == null; tries += 1)
    await new Promise((resolve) => setTimeout(resolve, 50));
  expect(await rows()).toEqual([{ attempts: 1, last_error: 'not yet' }]);
}, 20_000);
