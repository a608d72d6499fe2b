import { randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openTestHouse, type TestHouse } from '../testing/test-house.server.ts';
import { ledgerKey } from './backup-key.server.ts';
import { readBackupRecipients, recipientsOf, writeBackupRecipients } from './backup-recipients.server.ts';
import {
  countErased,
  decodeLedger,
  encodeLedger,
  type ErasureLedger,
  keepErasureLedger,
  ledgerName,
  readLedger,
} from './erasure-ledger.server.ts';
import { writeLastBackup } from './last-backup.server.ts';

let house: TestHouse;
let key: Buffer;
const folder = (name: string) => join(house.config.dataDir, '..', `${house.id}-${name}`);
const ledger = (place: string) => readLedger(place, house.id, key);

beforeAll(async () => {
  house = await openTestHouse();
  key = ledgerKey(house.vault.backupKey());
});
afterAll(async () => {
  for (const name of ['records', 'keys']) rmSync(folder(name), { recursive: true, force: true });
  await house.close();
});

describe('a ledger that was', () => {
  const written: ErasureLedger = {
    houseId: randomUUID(),
    erased: { person: { '2026-11-23': [randomUUID()] }, contact: {} },
  };
  const text = () => encodeLedger(written, key);
  test.each([
    ['cut short', () => text().slice(0, -20)],
    [
      'lengthened by somebody',
      () => text().replace('"contact":{}', `"contact":{"2026-11-23":["${randomUUID()}"]}`),
    ],
    ['emptied', () => text().replace(/"person":\{[^}]*\}/, '"person":{}')],
    ['signed with another key', () => encodeLedger(written, Buffer.alloc(32, 9))],
    ['written for another house', () => encodeLedger({ ...written, houseId: randomUUID() }, key)],
  ])('%s is broken', (_what, change) => {
    expect(decodeLedger(change(), written.houseId, key)).toBe('broken');
  });
  test('written by this house is read', () => {
    expect(decodeLedger(text(), written.houseId, key)).toEqual(written);
  });
});

describe('after erasures', () => {
  let gone: string;
  let contact: string;

  beforeEach(async () => {
    gone = await house.vault.keys.mint('person');
    contact = await house.vault.keys.mint('contact');
    await house.vault.keys.shred(gone);
    await house.vault.keys.shred(contact);
    await writeLastBackup(house.config.dataDir, {
      at: '2026-11-23T00:00:00.000Z',
      records: join(folder('records'), 'r.bak'),
      keys: join(folder('keys'), 'k.bak'),
    });
  });

  test('the ledger stands in the data folder and beside the copies, and names whoever is gone', async () => {
    await keepErasureLedger(house);
    for (const place of [house.config.dataDir, folder('records'), folder('keys')]) {
      const found = await ledger(place);
      if (!found || found === 'broken') throw new Error('no ledger');
      expect(Object.values(found.erased.person).flat()).toContain(gone);
      expect(Object.values(found.erased.contact).flat()).toContain(contact);
      expect(Object.keys(found.erased.person)).toEqual([expect.stringMatching(/^\d{4}-\d\d-\d\d$/)]);
    }
  });

  test('what a ledger beside the copies knew is not forgotten by a house that does not know it', async () => {
    const other = randomUUID();
    mkdirSync(folder('keys'), { recursive: true });
    const earlier = { houseId: house.id, erased: { person: { '2020-01-01': [other] }, contact: {} } };
    writeFileSync(join(folder('keys'), ledgerName(house.id)), encodeLedger(earlier, key));
    await keepErasureLedger(house);
    const found = await ledger(folder('keys'));
    if (!found || found === 'broken') throw new Error('no ledger');
    expect(found.erased.person['2020-01-01']).toEqual([other]);
    expect(Object.values(found.erased.person).flat()).toContain(gone);
  });

  test('a ledger that somebody bent is written anew', async () => {
    await keepErasureLedger(house);
    const file = join(house.config.dataDir, ledgerName(house.id));
    writeFileSync(file, readFileSync(file, 'utf8').replace(gone, randomUUID()));
    expect(await ledger(house.config.dataDir)).toBe('broken');
    await keepErasureLedger(house);
    const found = await ledger(house.config.dataDir);
    expect(found && found !== 'broken' && countErased(found)).toBeGreaterThanOrEqual(2);
  });
});

test('for whom copies are encrypted is written by an open house, and put right when it was exchanged', async () => {
  const { dataDir } = house.config;
  await expect(readBackupRecipients(dataDir)).rejects.toMatchObject({ code: 'backup.no-recipients' });
  await writeBackupRecipients(house);
  const right = await recipientsOf(house.id, house.vault.backupKey());
  expect(await readBackupRecipients(dataDir)).toEqual(right);
  expect(right.records).toMatch(/^age1/);
  expect(right.keys).not.toBe(right.records);
  writeFileSync(join(dataDir, 'backup-recipients.json'), JSON.stringify({ ...right, records: right.keys }));
  await writeBackupRecipients(house);
  expect(await readBackupRecipients(dataDir)).toEqual(right);
});
