import { expect, test } from 'vitest';
import { createPace, mostCalls } from './pace.server.ts';

test('who calls too often waits for the next minute, and nobody else does', () => {
  const pace = createPace();
  const now = new Date('2026-03-01T10:00:20Z');
  for (let call = 0; call < mostCalls; call += 1) pace('one', now);
  expect(() => pace('one', now)).toThrow(expect.objectContaining({ status: 429, retryAfter: 40 }));
  pace('other', now);
  pace('one', new Date('2026-03-01T10:01:00Z'));
});
