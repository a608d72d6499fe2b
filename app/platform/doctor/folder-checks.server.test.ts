import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeLastBackup } from '../backup/last-backup.server.ts';
import { type Config, readConfig } from '../config.server.ts';
import { checkBackupAge, checkRecoverySheet } from './backup-checks.server.ts';
import { checkKeyFile, checkKeyStore, checkModes } from './folder-checks.server.ts';

let root: string;
let config: Config;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'serai-doctor-'));
  config = readConfig({}, { dataDir: join(root, 'data') });
  mkdirSync(join(config.dataDir, 'postgres-main'), { recursive: true, mode: 0o700 });
  chmodSync(config.dataDir, 0o700);
  mkdirSync(join(root, 'data-keys'), { mode: 0o700 });
  writeFileSync(config.keyFile, 'key', { mode: 0o600 });
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

test('a folder or a key that others may read is named', async () => {
  expect(await checkModes(config)).toMatchObject({ level: 'ok' });
  chmodSync(join(config.dataDir, 'postgres-main'), 0o750);
  chmodSync(config.keyFile, 0o644);
  expect(await checkModes(config)).toMatchObject({
    level: 'danger',
    params: { names: `${join(config.dataDir, 'postgres-main')}, ${config.keyFile}` },
  });
});

test('a key of the office certificate that others may read is named', async () => {
  mkdirSync(join(config.dataDir, 'tls'), { mode: 0o700 });
  writeFileSync(join(config.dataDir, 'tls', 'authority.key'), 'key', { mode: 0o640 });
  chmodSync(join(config.dataDir, 'tls', 'authority.key'), 0o640);
  expect(await checkModes(config)).toMatchObject({ level: 'danger' });
});

test('a key file that is lost, or lies with the data, is dangerous', async () => {
  expect(await checkKeyFile(config)).toMatchObject({ level: 'attention', code: 'sameDisk' });
  const inside = { ...config, keyFile: join(config.dataDir, 'root.key') };
  writeFileSync(inside.keyFile, 'key', { mode: 0o600 });
  expect(await checkKeyFile(inside)).toMatchObject({ level: 'danger', code: 'inside' });
  expect(await checkKeyFile({ ...config, keyFile: join(root, 'lost.key') })).toMatchObject({
    level: 'danger',
    code: 'missing',
  });
});

test('keys and records on one server are dangerous, by address or by the server’s own number', () => {
  const external = {
    ...config,
    databaseUrl: 'postgres://a@db.example/serai',
    keysDatabaseUrl: 'postgres://b@db.example:5432/keys',
  };
  expect(checkKeyStore(external, {})).toMatchObject({ level: 'danger' });
  expect(
    checkKeyStore(
      { ...external, keysDatabaseUrl: 'postgres://b@alias.example/keys' },
      { main: '7', keys: '7' },
    ),
  ).toMatchObject({ level: 'danger' });
  expect(checkKeyStore(config, { main: '7', keys: '8' })).toMatchObject({ level: 'ok' });
});

test('no backup and an old one are told', async () => {
  const now = new Date('2026-03-20T12:00:00Z');
  expect(await checkBackupAge(config, now)).toMatchObject({ level: 'danger', code: 'never' });
  const made = async (at: string) => {
    await writeLastBackup(config.dataDir, { at, records: config.keyFile, keys: config.keyFile });
    return checkBackupAge(config, now);
  };
  expect(await made('2026-03-10T12:00:00Z')).toMatchObject({
    level: 'danger',
    code: 'old',
    params: { days: '10' },
  });
  expect(await made('2026-03-16T12:00:00Z')).toMatchObject({ level: 'attention', code: 'old' });
  expect(await made('2026-03-20T08:00:00Z')).toMatchObject({ level: 'ok' });
  await writeLastBackup(config.dataDir, {
    at: '2026-03-20T08:00:00Z',
    records: join(root, 'gone'),
    keys: join(root, 'gone'),
  });
  expect(await checkBackupAge(config, now)).toMatchObject({ level: 'attention', code: 'elsewhere' });
});

test('a house without a recovery sheet is in danger, one whose sheet nobody proved to hold needs attention', () => {
  expect(checkRecoverySheet(config, undefined)).toMatchObject({ level: 'danger' });
  writeFileSync(join(config.dataDir, 'recovery.json'), '{}');
  expect(checkRecoverySheet(config, false)).toMatchObject({ level: 'attention' });
  expect(checkRecoverySheet(config, true)).toMatchObject({ level: 'ok' });
});
