import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cutClean, tamper } from '#modules/audit/audit.testing.ts';
import { auditJobs } from '#modules/audit/jobs.server.ts';
import { addTestStaff, openTestCentre, type TestCentre } from '#modules/staff/staff.testing.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.server.ts';
import { publicHalf, signHead, signingKey } from './head-signature.ts';
import { headsFile, readHeadsFile, signHeads } from './sign-heads.server.ts';
import { verifyAudit } from './verify-audit.server.ts';

let house: TestHouse;
let centre: TestCentre;
beforeAll(async () => {
  house = await openTestHouse();
  centre = await openTestCentre(house);
});
afterAll(() => house?.close());

const findings = async (elsewhere = readHeadsFile(headsFile(house.config.dataDir))) =>
  (await verifyAudit(house.databases.audit, house.vault, elsewhere)).findings;

test('a chain that did not grow is not signed again, one that grew is; every hour and when a manager signs in', async () => {
  expect(await signHeads(house)).toBeGreaterThan(0);
  expect(await signHeads(house)).toBe(0);
  await addTestStaff(house, centre.coordinator.actor, ['data_protection_officer']);
  expect(auditJobs.find(({ task }) => task === 'sign-heads')?.schedule).toBeDefined();
  const { rows } = await house.admin.query(
    `select 1 from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
     where t.identifier = 'sign-heads'`,
  );
  expect(rows).toHaveLength(1);
  expect(await signHeads(house)).toBeGreaterThan(0);
  expect(await findings()).toEqual([]);
});

test('the file in the data folder holds the heads and the public key, and nothing else', async () => {
  const file = JSON.parse(readFileSync(headsFile(house.config.dataDir), 'utf8'));
  expect(Object.keys(file)).toEqual(['format', 'publicKey', 'writtenAt', 'heads']);
  expect(file.publicKey).toBe(house.vault.headsKey().toString('base64'));
  expect(readHeadsFile(headsFile(house.config.dataDir)).length).toBeGreaterThan(1);
  expect(readHeadsFile('/nowhere')).toEqual([]);
});

test('no login of the application changes, takes away or adds a signed head; whoever can is stopped by the table itself', async () => {
  for (const login of ['app', 'reader', 'auth'] as const) {
    const { rows } = await house.admin.query(
      `select privilege_type from information_schema.role_table_grants
       where table_name = 'audit_head_signed' and grantee = $1 and privilege_type <> 'SELECT'`,
      [`serai_${login}`],
    );
    expect([login, rows]).toEqual([login, []]);
  }
  for (const statement of [
    'update serai.audit_head_signed set seq = 1',
    'delete from serai.audit_head_signed',
  ])
    await expect(house.admin.query(statement)).rejects.toThrow(/stays/);
});

test('an end cut off and closed again is named by the number that was signed, also when the table was cut too', async () => {
  await signHeads(house);
  const kept = readHeadsFile(headsFile(house.config.dataDir));
  const length = Math.max(
    ...kept.filter(({ centreId }) => centreId === centre.centreId).map(({ seq }) => seq),
  );
  const restore = await tamper(house, centre.centreId, [
    ...cutClean(length - 2),
    `create table kept_signed as select * from audit_head_signed`,
    `alter table audit_head_signed disable trigger all`,
    `delete from audit_head_signed where centre_id = $1 and seq > ${length - 2}`,
  ]);
  try {
    expect(await findings([])).toEqual([]);
    expect(await findings(kept)).toContainEqual({ centreId: centre.centreId, seq: length, kind: 'signed' });
  } finally {
    await house.admin.query(
      `insert into serai.audit_head_signed select * from serai.kept_signed on conflict do nothing; drop table serai.kept_signed;
       alter table serai.audit_head_signed enable trigger all`,
    );
    await restore();
  }
  expect(await findings()).toEqual([]);
});

test('a head that somebody else signed is no proof', async () => {
  const stranger = signingKey(Buffer.alloc(32, 5));
  const forged = signHead(stranger, {
    centreId: randomUUID(),
    seq: 3,
    hash: 'ab'.repeat(32),
    signedAt: '2026-03-10T09:00:00.000Z',
  });
  expect(publicHalf(stranger)).toHaveLength(32);
  expect(await findings([forged])).toEqual([{ centreId: forged.centreId, seq: 3, kind: 'signature' }]);
});
