import { randomUUID } from 'node:crypto';
import { copyFileSync, rmSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import {
  addTestStaff,
  openTestCentre,
  type TestCentre,
  type TestStaff,
} from '#modules/staff/staff.testing.ts';
import { testPdf, testPng } from '#platform/files/files.testing.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { read } from '#platform/operations/read.server.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import { moveToAnotherCentre } from '../clients.testing.ts';
import { attachTestProof, registerSignedClient } from '../consent-proof.testing.ts';
import { restrictClient } from '../operations/restrict-client.server.ts';
import { listConsents } from './list-consents.query.server.ts';
import { openConsentProof } from './open-consent-proof.query.server.ts';

let house: TestHouse;
let centre: TestCentre;
let counsellor: TestStaff;
let about: { clientId: string; consentId: string };
beforeAll(async () => {
  house = await openTestHouse();
  centre = await openTestCentre(house);
  counsellor = await addTestStaff(house, centre.coordinator.actor, ['counsellor'], centre.siteIds[0]);
});
beforeEach(async () => {
  about = await registerSignedClient(house, counsellor.actor);
});
afterAll(() => house?.close());

const open = (given = about, actor = counsellor.actor) => read(house, openConsentProof, actor, given);
async function placeOf(consentId: string) {
  const { rows } = await house.admin.query(
    'select file_id from serai.consent_proof where consent_id = $1 order by seq desc limit 1',
    [consentId],
  );
  const id = String(rows[0]?.file_id);
  return join(house.config.dataDir, 'files', id.slice(0, 2), id);
}

test.each(['data_officer', 'data_protection_officer', 'volunteer', 'receptionist'] as const)(
  'a %s does not open the scan of somebody they did not register',
  async (role) => {
    await attachTestProof(house, counsellor.actor, about);
    const { actor } = await addTestStaff(house, centre.coordinator.actor, [role]);
    await expect(open(about, actor)).rejects.toMatchObject({ code: 'forbidden' });
  },
);

test('where there is none, or it is of somebody else, nothing is found', async () => {
  await expect(open()).rejects.toMatchObject({ code: 'not-found' });
  await attachTestProof(house, counsellor.actor, about);
  await expect(open({ ...about, clientId: randomUUID() })).rejects.toMatchObject({ code: 'not-found' });
  const other = await registerSignedClient(house, counsellor.actor);
  await expect(open({ clientId: other.clientId, consentId: about.consentId })).rejects.toMatchObject({
    code: 'not-found',
  });
});

test('of another centre, and behind a restriction, nothing is found', async () => {
  await attachTestProof(house, counsellor.actor, about);
  await execute(house, restrictClient, counsellor.actor, {
    clientId: about.clientId,
    readers: [],
    reason: 'threatened',
  });
  await expect(open(about, centre.coordinator.actor)).rejects.toMatchObject({ code: 'not-found' });
  await expect(open()).resolves.toMatchObject({ kind: 'pdf' });
  await moveToAnotherCentre(house, about.clientId);
  await house.admin.query(
    'update serai.consent_proof p set centre_id = c.centre_id from serai.client c where c.id = p.client_id',
  );
  await expect(open()).rejects.toMatchObject({ code: 'not-found' });
});

test.each([
  ['cut short', (place: string) => truncateSync(place, 60)],
  ['gone', (place: string) => rmSync(place)],
])('a scan that is %s is not shown, and nobody is said to have seen it', async (_what, harm) => {
  await attachTestProof(house, counsellor.actor, about);
  harm(await placeOf(about.consentId));
  await expect(open()).rejects.toMatchObject({ code: 'file.damaged' });
  const { rows } = await house.admin.query(
    `select 1 from serai.audit_event where client_id = $1 and action = 'consent.proof'`,
    [about.clientId],
  );
  expect(rows).toEqual([]);
});

test('scans that were exchanged on the disk or in the rows are not shown', async () => {
  const other = await registerSignedClient(house, counsellor.actor);
  await attachTestProof(house, counsellor.actor, about, testPdf('mine'));
  await attachTestProof(house, counsellor.actor, other, testPdf('theirs'));
  copyFileSync(await placeOf(other.consentId), await placeOf(about.consentId));
  await expect(open()).rejects.toMatchObject({ code: 'file.damaged' });

  const { rows } = await house.admin.query('select id from serai.consent where client_id = $1 order by seq', [
    other.clientId,
  ]);
  await house.admin.query('update serai.consent_proof set consent_id = $1 where consent_id = $2', [
    rows[1].id,
    other.consentId,
  ]);
  await expect(open({ clientId: other.clientId, consentId: rows[1].id })).rejects.toMatchObject({
    code: 'file.damaged',
  });
});

test('of an erased person nothing opens', async () => {
  await attachTestProof(house, counsellor.actor, about);
  await house.vault.keys.shred(about.clientId);
  await expect(open()).rejects.toMatchObject({ code: 'vault.key-missing' });
});

test('the newest scan comes back as it was kept, and who looked is recorded', async () => {
  await attachTestProof(house, counsellor.actor, about);
  await attachTestProof(house, counsellor.actor, about, testPng());
  const answer = await open();
  expect(answer.kind).toBe('png');
  expect(answer.bytes.equals(testPng())).toBe(true);
  const { rows } = await house.admin.query(
    `select * from serai.audit_event where client_id = $1 and action = 'consent.proof'`,
    [about.clientId],
  );
  expect(rows).toMatchObject([
    { result: 'viewed', actor_id: counsellor.actor.staffId, fields: ['proof'], purpose: 'consent' },
  ]);
});

test('the list of consents says which papers are kept', async () => {
  expect(
    (await read(house, listConsents, counsellor.actor, { clientId: about.clientId })).talks,
  ).toMatchObject([{ form: 'written_signature' }]);
  await attachTestProof(house, counsellor.actor, about);
  expect(
    (await read(house, listConsents, counsellor.actor, { clientId: about.clientId })).talks,
  ).toMatchObject([{ proof: { consentId: about.consentId, kind: 'pdf' } }]);
});
