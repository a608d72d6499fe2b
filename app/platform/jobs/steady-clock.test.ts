import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { agreesWithLast } from './steady-clock.server.ts';

const folder = mkdtempSync(join(tmpdir(), 'serai-clock-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const at = (work: string, ...days: string[]) =>
  days.map((day) => agreesWithLast(folder, work, new Date(day)));

test('the first night believes nothing, because there is nothing to compare with', () => {
  expect(at('first', '2026-03-01', '2026-03-02')).toEqual([false, true]);
});

test('a leap ahead is not believed at once, and not at all when it is put right before the next night', () => {
  expect(at('ahead', '2026-03-01', '2036-03-02', '2026-03-03', '2026-03-04')).toEqual([
    false,
    false,
    false,
    true,
  ]);
});

test('a leap that two nights agree on is believed: the computer stood still so long', () => {
  expect(at('pause', '2026-03-01', '2026-06-01', '2026-06-02')).toEqual([false, false, true]);
});

test('a leap back is not believed at once', () => {
  expect(at('back', '2026-03-01', '2016-03-01', '2026-03-02')).toEqual([false, false, false]);
});

test('a time that cannot be read is no time', () => {
  writeFileSync(join(folder, 'last-torn.time'), 'no time');
  expect(at('torn', '2026-03-02')).toEqual([false]);
});
