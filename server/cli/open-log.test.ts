import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readConfig } from '#platform/config.server.ts';
import { openLog } from './open-log.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'serai-log-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a flood of requests does not push out what went wrong', () => {
  const { log, file } = openLog(readConfig({}, { dataDir: folder }), true);
  log.error('request-failed', new Error('x'));
  for (let at = 0; at < 1_000; at += 1) log.info('request', { status: 200 });
  expect(readFileSync(file ?? '', 'utf8').split('\n')).toHaveLength(2);
  expect(readFileSync(join(folder, 'access.log'), 'utf8').split('\n')).toHaveLength(1_001);
});
