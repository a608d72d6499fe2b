import { expect, test } from 'vitest';
import { headCode, lostAnchors } from './audit.ts';

const hash = (byte: number) => Buffer.alloc(32, byte);

test('a proof that the chain no longer contains is named once', () => {
  const anchors = [
    { head_seq: 5, head_hash: hash(5) },
    { head_seq: 9, head_hash: hash(9) },
    { head_seq: 9, head_hash: hash(9) },
  ];
  expect(lostAnchors(anchors, new Map([[5, hash(5)]]))).toEqual([{ seq: 9, kind: 'head' }]);
  expect(
    lostAnchors(
      anchors,
      new Map([
        [5, hash(6)],
        [9, hash(9)],
      ]),
    ),
  ).toEqual([{ seq: 5, kind: 'head' }]);
});

test('proofs that the chain contains are no finding, nor is the proof of an empty chain', () => {
  expect(
    lostAnchors(
      [
        { head_seq: 5, head_hash: hash(5) },
        { head_seq: 0, head_hash: hash(0) },
      ],
      new Map([[5, hash(5)]]),
    ),
  ).toEqual([]);
});

test('the head is short enough to write down', () => {
  expect(headCode(Buffer.from('3f2a91bc07de'.padEnd(64, '0'), 'hex'))).toBe('3f2a-91bc-07de');
});
