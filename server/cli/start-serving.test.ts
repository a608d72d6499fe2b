import { openSync, writeFileSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { readConfig } from '#platform/config.server.ts';
import { makeScratch } from './embedded-house.testing.ts';
import { startServing } from './start-serving.ts';

const scratch = makeScratch();
afterAll(() => scratch.remove());

const ears = { onLock: () => {}, onUnlocked: () => {} };

test('a process that never comes to an end does not hold up the stop', async () => {
  const program = scratch.path('endless.mjs');
  writeFileSync(
    program,
    `process.on('message', ({ id, do: what }) => {
       if (what === 'listen') process.send({ id, reply: { url: 'http://127.0.0.1:1' } });
     });
     process.on('SIGTERM', () => {});`,
  );
  const started = startServing(openSync('/dev/null', 'r'), { program, patience: 100 });
  const serving = await started.listen({ config: readConfig({}) }, ears);
  let isGone = false;
  void started.ended.then(() => (isGone = true));
  await serving.stop();
  expect(isGone).toBe(true);
}, 30_000);
