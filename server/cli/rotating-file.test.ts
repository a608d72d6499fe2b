import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openRotatingFile } from './rotating-file.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'serai-log-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const sizes = () => readdirSync(folder).map((name) => [name, statSync(join(folder, name)).size]);

test('whatever is written, it takes no more room than it may, and the newest lines are kept', () => {
  const file = openRotatingFile(join(folder, 'a.log'), { largest: 100, keep: 2 });
  for (let at = 0; at < 1_000; at += 1) file.write(`line ${String(at).padStart(4, '0')}\n`);
  file.close();
  expect(sizes()).toEqual([
    ['a.log', 100],
    ['a.log.1', 100],
    ['a.log.2', 100],
  ]);
  expect(readFileSync(join(folder, 'a.log'), 'utf8')).toContain('line 0999');
  expect(statSync(join(folder, 'a.log.1')).mode & 0o077).toBe(0);
});

test('it goes on where it was left, and a line longer than a file stands in one of its own', () => {
  const first = openRotatingFile(join(folder, 'a.log'), { largest: 100, keep: 1 });
  first.write('before\n');
  first.close();
  const then = openRotatingFile(join(folder, 'a.log'), { largest: 100, keep: 1 });
  then.write(`${'x'.repeat(200)}\n`);
  then.close();
  expect(sizes()).toEqual([
    ['a.log', 201],
    ['a.log.1', 7],
  ]);
});

test('a folder that cannot be written to ends nothing', () => {
  openRotatingFile('/dev/null/a.log', { largest: 100, keep: 1 }).write('x');
});

test('planted: a file that is allowed everything grows', () => {
  const file = openRotatingFile(join(folder, 'a.log'), { largest: Number.POSITIVE_INFINITY, keep: 2 });
  for (let at = 0; at < 1_000; at += 1) file.write('line 0000\n');
  file.close();
  expect(sizes()).toEqual([['a.log', 10_000]]);
});
