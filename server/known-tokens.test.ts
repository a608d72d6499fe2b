import { describe, expect, it } from 'vitest';
import { createKnownTokens } from './known-tokens.server.ts';

describe('the tokens known', () => {
  it('are none that nobody showed, and none that ended', () => {
    const known = createKnownTokens();
    known.note('made-up', false);
    known.note('ended', true);
    known.note('ended', false);
    expect(known.has('never')).toBe(false);
    expect(known.has('made-up')).toBe(false);
    expect(known.has('ended')).toBe(false);
  });

  it('are the last five hundred that were good, however many made-up ones came between', () => {
    const known = createKnownTokens();
    known.note('first', true);
    known.note('second', true);
    for (let i = 0; i < 2_000; i += 1) known.note(`made-up ${i}`, false);
    expect(known.has('first')).toBe(true);
    for (let i = 0; i < 499; i += 1) known.note(`good ${i}`, true);
    expect(known.has('first')).toBe(false);
    expect(known.has('second')).toBe(true);
  });
});
