import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import {
  deriveKey,
  openKeyFile,
  printRecoveryKey,
  readRecoveryKey,
  unwrapRoot,
  wrapRoot,
} from './root-key.server.ts';

const folder = mkdtempSync(join(tmpdir(), 'serai-keys-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('a missing key file is never replaced by a new key', () => {
  expect(() => openKeyFile(join(folder, 'lost.key'), false)).toThrow(
    expect.objectContaining({ code: 'vault.key-file-missing' }),
  );
});

test('a key file that is no key is refused', () => {
  writeFileSync(join(folder, 'broken.key'), 'not a key');
  expect(() => openKeyFile(join(folder, 'broken.key'), true)).toThrow(
    expect.objectContaining({ code: 'vault.key-file-broken' }),
  );
});

test('the key file is made once, for its owner alone', () => {
  const path = join(folder, 'deep', 'root.key');
  const made = openKeyFile(path, true);
  expect(openKeyFile(path, false).equals(made)).toBe(true);
  expect(statSync(path).mode & 0o777).toBe(0o600);
});

test.each(['', 'ABCD', `${'A'.repeat(51)}!`, 'A'.repeat(53)])('“%s” is no recovery key', (typed) => {
  expect(() => readRecoveryKey(typed)).toThrow(expect.objectContaining({ code: 'vault.recovery-key-wrong' }));
});

test('a printed recovery key can be typed back, in small letters, with O for zero and I for one', () => {
  for (let round = 0; round < 50; round += 1) {
    const key = randomBytes(32);
    const typed = printRecoveryKey(key)
      .toLowerCase()
      .replaceAll('0', 'o')
      .replaceAll('1', 'i')
      .replaceAll('-', ' ');
    expect(readRecoveryKey(typed).equals(key)).toBe(true);
  }
});

test('only the right recovery key opens the root key', () => {
  const [recovery, root] = [randomBytes(32), randomBytes(32)];
  const wrapped = wrapRoot(recovery, root);
  expect(unwrapRoot(recovery, wrapped).equals(root)).toBe(true);
  expect(() => unwrapRoot(randomBytes(32), wrapped)).toThrow(
    expect.objectContaining({ code: 'vault.recovery-key-wrong' }),
  );
});

test('every purpose has a key of its own', () => {
  const root = randomBytes(32);
  const keys = (['wrap', 'audit', 'lookup', 'house', 'backup'] as const).map((purpose) =>
    deriveKey(root, purpose).toString('hex'),
  );
  expect(new Set(keys).size).toBe(keys.length);
});
