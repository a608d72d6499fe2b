import { expect, test } from 'vitest';
import { centreSettings } from '#modules/centres/centre-settings.ts';
import { judgeClock, mostByItself, retentionClasses } from './retention.ts';

const at = (text: string) => new Date(text);

test('a clock that stands before what was written is not trusted, five minutes aside', () => {
  const newestRow = at('2026-03-10T09:00:00Z');
  expect(judgeClock(at('2026-03-10T08:54:00Z'), { newestRow, lastTrusted: undefined })).toBe('backwards');
  expect(judgeClock(at('2026-03-10T08:56:00Z'), { newestRow, lastTrusted: undefined })).toBe('fine');
});

test('a clock that jumped days ahead is not trusted, nor a second night under it', () => {
  const lastTrusted = at('2026-03-10T02:00:00Z');
  const later = at('2036-03-11T02:00:00Z');
  expect(judgeClock(later, { newestRow: at('2026-03-10T16:00:00Z'), lastTrusted })).toBe('jumped');
  // Somebody worked a day under the wrong clock: rows are new, and the last good night is still far away.
  expect(judgeClock(later, { newestRow: at('2036-03-11T01:59:00Z'), lastTrusted })).toBe('jumped');
});

test('a weekend is no jump, and a new house has nothing to compare with', () => {
  const friday = at('2026-03-06T15:00:00Z');
  expect(judgeClock(at('2026-03-09T02:00:00Z'), { newestRow: friday, lastTrusted: friday })).toBe('fine');
  expect(judgeClock(friday, { newestRow: undefined, lastTrusted: undefined })).toBe('fine');
});

test('never more than five in a hundred go by themselves, whatever a setting says', () => {
  expect(mostByItself(100, 5)).toBe(5);
  expect(mostByItself(100, 50)).toBe(5);
  expect(mostByItself(19, 5)).toBe(0);
  expect(mostByItself(1_000, 1)).toBe(10);
});

test('people are never let go by themselves unless the centre says so', () => {
  const people = retentionClasses.filter(({ ending }) => ending === 'erase-person');
  const byItself = people.filter(
    ({ by }) => by === 'itself' || (typeof by === 'object' && centreSettings[by.setting].default !== false),
  );
  expect(people.length).toBeGreaterThan(0);
  expect(byItself).toEqual([]);
});
