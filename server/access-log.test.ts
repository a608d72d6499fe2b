import { Hono } from 'hono';
import { beforeEach, expect, test } from 'vitest';
import { createLog } from '#platform/log.server.ts';
import { accessLog } from './access-log.server.ts';
import { countAnswers } from './answer-count.server.ts';
import type { AppEnv } from './app-env.ts';

let lines: string[];
let app: Hono<AppEnv>;
let count: ReturnType<typeof countAnswers>;
beforeEach(() => {
  lines = [];
  const log = createLog('debug', (line) => Boolean(lines.push(line)));
  count = countAnswers(log);
  app = new Hono<AppEnv>();
  app.use(accessLog(log, count));
  app.all('*', (c) => c.text('busy', 503));
});

test('of asking without a name there is no line, even where it was refused before its route was known', async () => {
  for (const path of ['/en/ask', '/fa-AF/answer', '/en/ask.data', '/en/answer/', '/en/ASK'])
    await app.request(path, { method: 'POST' });
  expect(lines).toEqual([]);
  await app.request('/en/guides/answer');
  expect(lines).toHaveLength(1);
});

test('a flood is counted, not listed', async () => {
  for (let at = 0; at < 5_000; at += 1) await app.request('/en');
  // A minute may have ended in between.
  expect(lines.length).toBeLessThanOrEqual(1_200);
  const listed = lines.length;
  count.stop();
  const counted = JSON.parse(lines.at(-1) ?? '{}') as { event: string; count: number };
  expect(counted).toMatchObject({ event: 'requests', route: '(none)', status: 503, count: 5_000 - listed });
});
