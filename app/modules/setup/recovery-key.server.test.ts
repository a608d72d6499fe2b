import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import { openKeyFile } from '#platform/vault/root-key.server.ts';
import {
  groupsToProve,
  makeRecoveryKey,
  provesGroup,
  readRecoveryFile,
  recoverRoot,
  recoveryPath,
} from './recovery-key.server.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house?.close());

test('a mistyped key opens nothing', () => {
  const printed = makeRecoveryKey(house);
  const other = printed.replace(/^./, (letter) => (letter === 'A' ? 'B' : 'A'));
  expect(() => recoverRoot(house.config.dataDir, other)).toThrow('vault.recovery-key-wrong');
  expect(() => recoverRoot(house.config.dataDir, printed.slice(5))).toThrow('vault.recovery-key-wrong');
});

test('the printed key opens the root key, also typed in small letters and with spaces', () => {
  const printed = makeRecoveryKey(house);
  const root = openKeyFile(house.config.keyFile, false);
  expect(recoverRoot(house.config.dataDir, printed.toLowerCase().replaceAll('-', ' '))).toEqual(root);
});

test('a new sheet makes the old one void, and the file never holds the printed key', () => {
  const old = makeRecoveryKey(house);
  const printed = makeRecoveryKey(house);
  expect(() => recoverRoot(house.config.dataDir, old)).toThrow('vault.recovery-key-wrong');
  const text = readFileSync(recoveryPath(house.config.dataDir), 'utf8');
  for (const group of printed.split('-')) expect(text).not.toContain(`"${group}"`);
});

test('two groups prove that somebody holds the sheet', () => {
  const groups = makeRecoveryKey(house).split('-');
  const file = readRecoveryFile(house.config.dataDir);
  if (!file) throw new Error('no recovery file');
  const [first, second] = groupsToProve(house.id);
  expect(first).toBeLessThan(second);
  expect(provesGroup(house, file, first, groups[first]?.toLowerCase() ?? '')).toBe(true);
  expect(provesGroup(house, file, first, 'AAAA')).toBe(false);
  expect(provesGroup(house, file, second, groups[(second + 1) % groups.length] ?? '')).toBe(false);
});
