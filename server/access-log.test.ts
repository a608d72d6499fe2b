import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { createLog } from '#platform/log.server.ts';
import { accessLog } from './access-log.server.ts';
import type { AppEnv } from './app-env.ts';

test('of asking without a name there is no line, even where it was refused before its route was known', async () => {
  const lines: string[] = [];
  const app = new Hono<AppEnv>();
  app.use(accessLog(createLog('debug', (line) => Boolean(lines.push(line)))));
  app.all('*', (c) => c.text('busy', 503));
  for (const path of ['/en/ask', '/fa-AF/answer', '/en/ask.data', '/en/answer/', '/en/ASK'])
    await app.request(path, { method: 'POST' });
  expect(lines).toEqual([]);
  await app.request('/en/guides/answer');
  expect(lines).toHaveLength(1);
});
