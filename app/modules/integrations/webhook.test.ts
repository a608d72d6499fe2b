import { expect, test } from 'vitest';
import { addressTrouble, mostAttempts, nextTry, noticeBody } from './webhook.ts';

test.each([
  ['register', 'not-an-address'],
  ['http://hooks.example/in', 'https-only'],
  ['ftp://hooks.example/in', 'https-only'],
  ['https://me:word@hooks.example/in', 'no-secrets-in-address'],
  ['https://hooks.example/in#part', 'no-secrets-in-address'],
  ['https://hooks.example:22/in', 'port-not-allowed'],
  ['https://127.0.0.1/in', 'inside-address'],
  ['https://2130706433/in', 'inside-address'],
  ['https://0x7f.1/in', 'inside-address'],
  ['https://[::1]/in', 'inside-address'],
  ['https://[::ffff:10.0.0.1]/in', 'inside-address'],
  ['https://localhost/in', 'inside-address'],
  ['https://printer.local/in', 'inside-address'],
  ['https://printer.local./in', 'inside-address'],
  ['https://intranet/in', 'inside-address'],
  ['https://serai.example/in', 'inside-address'],
])('%s is refused: %s', (typed, trouble) => {
  expect(addressTrouble(typed, 'serai.example')).toBe(trouble);
});

test.each(['https://hooks.example/in?key=1', 'https://hooks.example:8443/'])('%s may be kept', (typed) => {
  expect(addressTrouble(typed, 'serai.example')).toBeUndefined();
});

test('pauses grow, and an end comes', () => {
  const now = new Date('2026-03-01T10:00:00Z');
  expect(nextTry(1, now)).toEqual(new Date('2026-03-01T10:01:00Z'));
  expect(nextTry(mostAttempts - 1, now)).toEqual(new Date('2026-03-02T10:00:00Z'));
  expect(nextTry(mostAttempts, now)).toBeUndefined();
});

test('a notice says that something happened, and to which record', () => {
  const at = new Date('2026-03-01T10:00:00Z');
  expect(JSON.parse(noticeBody({ id: 'n', event: 'contact.record', subjectId: 'c', at }))).toEqual({
    id: 'n',
    event: 'contact.record',
    subject: 'c',
    at: '2026-03-01T10:00:00.000Z',
  });
});
