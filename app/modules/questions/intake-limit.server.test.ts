import { expect, test } from 'vitest';
import type { House } from '#platform/house.server.ts';
import { intakeLimit, intakeLimits } from './intake-limit.server.ts';

const fresh = () => intakeLimit({ resources: new Map() } as unknown as House);
const noon = Date.parse('2026-03-10T12:00:00Z');
const hour = 3_600_000;

test('an address that sends and sends is asked first, then has to wait; others are not touched', () => {
  const limit = fresh();
  const answers = Array.from({ length: 1_000 }, () => limit.note('198.51.100.7', noon));
  expect(answers.slice(0, intakeLimits.address.askFirst)).toEqual(
    Array(intakeLimits.address.askFirst).fill('take'),
  );
  expect(answers[intakeLimits.address.askFirst]).toBe('ask-first');
  expect(answers.at(-1)).toBe('wait');
  expect(limit.note('198.51.100.8', noon)).toBe('take');
});

test('after an hour an address is like any other again', () => {
  const limit = fresh();
  for (let at = 0; at < 100; at += 1) limit.note('198.51.100.7', noon);
  expect(limit.note('198.51.100.7', noon + hour + 1)).toBe('take');
});

test('one household cannot be many senders by changing the end of its address', () => {
  const limit = fresh();
  for (let at = 0; at < 100; at += 1) limit.note(`2001:db8:1:2::${at.toString(16)}`, noon);
  expect(limit.note('2001:db8:1:2:aaaa:bbbb:cccc:dddd', noon)).toBe('wait');
  expect(limit.note('2001:db8:1:3::1', noon)).toBe('take');
});

test('when the whole centre has taken much in an hour, everybody is asked first and nobody is refused', () => {
  const limit = fresh();
  for (let at = 0; at < intakeLimits.centre.askFirst; at += 1) {
    expect(limit.note(`192.0.2.${at}`, noon)).toBe('take');
    limit.noteTaken(noon);
  }
  expect(limit.note('203.0.113.1', noon)).toBe('ask-first');
  expect(limit.note('203.0.113.1', noon + hour + 1)).toBe('take');
});

test('receipts that open nothing are counted by address', () => {
  const limit = fresh();
  for (let at = 0; at < intakeLimits.guesses; at += 1) limit.noteWrongGuess('198.51.100.7', noon);
  expect(limit.mayGuess('198.51.100.7', noon)).toBe(false);
  expect(limit.mayGuess('198.51.100.8', noon)).toBe(true);
});

test('no address stands in memory', () => {
  const limit = fresh();
  limit.note('198.51.100.7', noon);
  expect(
    JSON.stringify([...(limit as unknown as { addresses: Map<string, unknown> }).addresses]),
  ).not.toContain('198.51');
});
