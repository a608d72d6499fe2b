import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readConfig } from '../config.server.ts';
import { programDir } from '../house.server.ts';
import { openTestHouse, type ReopenableHouse } from '../testing/test-house.server.ts';
import { faults, type Sickbed } from './doctor-faults.testing.ts';
import { examine } from './doctor.server.ts';
import { listUnseen } from './unseen-findings.ts';
import { writeManifest } from './program-manifest.server.ts';

const texts = JSON.parse(readFileSync(join(programDir, 'locales/en/cli.json'), 'utf8')) as {
  doctor: { check: Record<string, string>; found: Record<string, Record<string, string>> };
};

let house: ReopenableHouse;
let admin: pg.Client;
let root: string;
let bed: Sickbed;
beforeAll(async () => {
  house = await openTestHouse();
  const { host, port, database } = house.databases.target;
  admin = new pg.Client({ host, port, user: 'serai_superuser', database });
  await admin.connect();
  root = mkdtempSync(join(tmpdir(), 'serai-sick-'));
  const config = readConfig({}, { dataDir: join(root, 'data') });
  mkdirSync(config.dataDir, { mode: 0o700 });
  mkdirSync(join(root, 'data-keys'), { mode: 0o700 });
  writeFileSync(config.keyFile, 'key', { mode: 0o600 });
  const program = join(root, 'program');
  mkdirSync(join(program, 'build'), { recursive: true, mode: 0o755 });
  await writeManifest(program);
  bed = { config, admin, programDir: program, now: new Date('2026-03-20T12:00:00Z') };
});
afterAll(async () => {
  await admin?.end();
  await house?.close();
  if (root) rmSync(root, { recursive: true, force: true });
});

test.each(Object.entries(faults))('%s is found when it is the case', async (name, plant) => {
  const [check, code] = name.split('.');
  const found = await plant(bed);
  expect(found.filter(({ level }) => level !== 'ok').map((each) => [each.check, each.code])).toContainEqual([
    check,
    code,
  ]);
});

test('everything that the doctor can say was seen, and nothing is said that has no words', async () => {
  const kinds = await examine({
    config: house.config,
    main: admin,
    keys: admin,
    now: house.clock.now(),
    url: 'http://127.0.0.1:4380',
  });
  expect(listUnseen(texts.doctor, kinds, Object.keys(faults))).toEqual([]);
});

test('planted: a check that nobody saw fail, and one without words, are named', () => {
  const { 'user.root': _, ...fewer } = faults;
  expect(listUnseen(texts.doctor, [], Object.keys(fewer))).toEqual(['user.root was never seen']);
  expect(listUnseen(texts.doctor, [{ check: 'moon', level: 'ok', code: 'ok' }], Object.keys(faults))).toEqual(
    ['moon has no words', 'moon was never seen'],
  );
});
