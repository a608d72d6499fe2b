import { expect, test } from 'vitest';
import { dayCursorSchema, momentCursorSchema } from './cursor-schema.ts';

const id = '0d6f3a52-7c1b-4a53-9f0e-2b8f3a1c9d11';

test.each(
  [
    ['', '~', `~${id}`, '2026-03-01~'],
    [`2026-02-30~${id}`, `9999-99-99~${id}`, `2026-03-01 ${id}`, `2026-03-01~${id}~`],
    [`2026-03-01~${'-'.repeat(36)}`, `2026-03-01~${'a'.repeat(36)}`],
  ].flat(),
)('"%s" is no place in a list', (typed) => {
  expect(dayCursorSchema.safeParse(typed).success).toBe(false);
  expect(momentCursorSchema.safeParse(typed.replace('~', 'T25:00:00.000Z~')).success).toBe(false);
});

test('what a list itself said is', () => {
  expect(dayCursorSchema.safeParse(`2026-03-01~${id}`).success).toBe(true);
  expect(momentCursorSchema.safeParse(`2026-03-01T09:30:00.000Z~${id}`).success).toBe(true);
});
