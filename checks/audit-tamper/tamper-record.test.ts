import { expect, test } from 'vitest';
import { seededRandom } from '#app/demo/seeded-random.ts';
import { createVerifier, type VerifierFinding, type VerifierOptions } from '../verify-audit-standalone.mjs';
import { type AuditRecord, exportLines, makeRecord } from './audit-lines.ts';
import { tamperKinds, tamperRecord } from './tamper-record.ts';

const { next: random } = seededRandom('tampering');
const whole = makeRecord(random, { centres: 3, events: 24 });
const everything = ({ key, publicKey, kept }: AuditRecord) => ({ key, publicKey, heads: kept });

function findingsOf(record: AuditRecord, options: VerifierOptions): VerifierFinding[] {
  const verifier = createVerifier(options);
  for (const line of exportLines(record)) expect(verifier.add(line)).toBeUndefined();
  return verifier.finish().findings;
}

test('a record that nobody touched holds, with and without the key', () => {
  expect(findingsOf(whole, everything(whole))).toEqual([]);
  expect(findingsOf(whole, { publicKey: whole.publicKey, heads: whole.kept })).toEqual([]);
});

test.each(tamperKinds)('%s is found each time, and the place is named', (kind) => {
  for (let times = 0; times < 100; times += 1) {
    const { record, place } = tamperRecord(whole, kind, random);
    const found = findingsOf(record, everything(whole));
    expect([kind, place, found]).toEqual([
      kind,
      place,
      expect.arrayContaining([expect.objectContaining(place)]),
    ]);
  }
});

test('without any secret, what breaks the links or the signed heads is found all the same', () => {
  const keyless = { publicKey: whole.publicKey, heads: whole.kept };
  for (const kind of [
    'deleted-middle',
    'deleted-tail',
    'deleted-chain',
    'swapped',
    'duplicated',
    'rolled-back',
    'rewritten-with-another-key',
  ] as const) {
    const { record } = tamperRecord(whole, kind, random);
    expect([kind, findingsOf(record, keyless).length > 0]).toEqual([kind, true]);
  }
});

test('a head signed by somebody else, and a key of one’s own in the export, are no proof', () => {
  const stranger = makeRecord(random, { centres: 1, events: 6 });
  expect(findingsOf(stranger, { key: stranger.key, publicKey: whole.publicKey })).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ kind: 'key' }),
      expect.objectContaining({ kind: 'signature' }),
    ]),
  );
  const forged = { ...whole.kept[0], signature: whole.kept[1]?.signature };
  expect(findingsOf(whole, { ...everything(whole), heads: [forged] })).toEqual([
    expect.objectContaining({ kind: 'signature' }),
  ]);
});

test('a verifier without the heads that were kept elsewhere would let the cut end pass: the test of the test', () => {
  const { record } = tamperRecord(whole, 'rolled-back', random);
  expect(findingsOf(record, { key: whole.key, publicKey: whole.publicKey })).toEqual([]);
});
