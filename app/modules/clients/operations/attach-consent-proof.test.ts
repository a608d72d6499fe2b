import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import {
  addTestStaff,
  openTestCentre,
  type TestCentre,
  type TestStaff,
} from '#modules/staff/staff.testing.ts';
import { jfif, jpegPart, testJpeg, testPdf, testPng } from '#platform/files/files.testing.ts';
import { sweepFiles } from '#platform/files/sweep-files.server.ts';
import { UploadedFile } from '#platform/files/uploaded-file.server.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import { moveToAnotherCentre } from '../clients.testing.ts';
import { proofFilesInUse } from '../consent-proof.server.ts';
import { attachTestProof, registerSignedClient } from '../consent-proof.testing.ts';
import { maxProofBytes } from '../consent-proof.ts';
import { attachConsentProof } from './attach-consent-proof.server.ts';
import { restrictClient } from './restrict-client.server.ts';
import { unrestrictClient } from './unrestrict-client.server.ts';

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

const filesOnDisk = () => {
  try {
    return readdirSync(join(house.config.dataDir, 'files'), { recursive: true, withFileTypes: true }).filter(
      (entry) => entry.isFile(),
    );
  } catch {
    return [];
  }
};
const rowsOf = async (clientId: string) =>
  (await house.admin.query('select * from serai.consent_proof where client_id = $1 order by seq', [clientId]))
    .rows;

test.each(['data_officer', 'data_protection_officer', 'volunteer', 'receptionist'] as const)(
  'a %s keeps no scan of somebody they did not register',
  async (role) => {
    const { actor } = await addTestStaff(house, centre.coordinator.actor, [role]);
    const before = filesOnDisk().length;
    await expect(attachTestProof(house, actor, about)).rejects.toMatchObject({ code: 'forbidden' });
    expect(filesOnDisk()).toHaveLength(before);
  },
);

test('for a file that is not there, a decision that is not there, a decision of somebody else, it is not found', async () => {
  const other = await registerSignedClient(house, counsellor.actor);
  const before = filesOnDisk().length;
  for (const wrong of [
    { clientId: randomUUID(), consentId: about.consentId },
    { clientId: about.clientId, consentId: randomUUID() },
    { clientId: about.clientId, consentId: other.consentId },
  ])
    await expect(attachTestProof(house, counsellor.actor, wrong)).rejects.toMatchObject({
      code: 'not-found',
    });
  expect(filesOnDisk()).toHaveLength(before);
});

test('in another centre it is not found', async () => {
  await moveToAnotherCentre(house, about.clientId);
  await expect(attachTestProof(house, counsellor.actor, about)).rejects.toMatchObject({ code: 'not-found' });
});

test('behind a restriction it is not found', async () => {
  await execute(house, restrictClient, counsellor.actor, {
    clientId: about.clientId,
    readers: [],
    reason: 'threatened',
  });
  await expect(attachTestProof(house, centre.coordinator.actor, about)).rejects.toMatchObject({
    code: 'not-found',
  });
});

test.each([
  ['nothing', Buffer.alloc(0), 'required'],
  ['more than five megabytes', Buffer.concat([testPdf(), Buffer.alloc(maxProofBytes)]), 'file-too-large'],
  ['a web page that calls itself a picture', Buffer.from('<script>alert(1)</script>'), 'file-type'],
  [
    'a web page with a PDF inside',
    Buffer.concat([Buffer.from('<script>alert(1)</script>'), testPdf()]),
    'file-type',
  ],
  ['half a picture', testPng().subarray(0, -20), 'file-type'],
])('%s is refused, and nothing is kept', async (_what, bytes, code) => {
  const before = filesOnDisk().length;
  await expect(attachTestProof(house, counsellor.actor, about, bytes)).rejects.toMatchObject({
    code: 'input.invalid',
    fields: [{ path: 'file', code }],
  });
  expect(await rowsOf(about.clientId)).toEqual([]);
  expect(filesOnDisk()).toHaveLength(before);
});

test.each(['text', { bytes: [1, 2] }, new Uint8Array(3), null])(
  'what is no upload is refused',
  async (file) => {
    await expect(
      execute(house, attachConsentProof, counsellor.actor, { ...about, file }),
    ).rejects.toMatchObject({ fields: [{ path: 'file', code: 'required' }] });
  },
);

test('a scan is kept, with its row and its trace', async () => {
  const result = await attachTestProof(house, counsellor.actor, about);
  expect(result).toEqual({ ...about, kind: 'pdf', size: testPdf().length });
  expect(await rowsOf(about.clientId)).toMatchObject([
    {
      consent_id: about.consentId,
      centre_id: centre.centreId,
      restricted: false,
      kind: 'pdf',
      size: testPdf().length,
      recorded_by: counsellor.actor.staffId,
    },
  ]);
  const { rows } = await house.admin.query(
    `select * from serai.audit_event where client_id = $1 and action = 'consent.attach-proof'`,
    [about.clientId],
  );
  expect(rows).toMatchObject([
    { result: 'done', actor_id: counsellor.actor.staffId, subject_id: about.clientId, fields: ['proof'] },
  ]);
});

test('a receptionist keeps the scan of whom they have just registered', async () => {
  const { actor } = await addTestStaff(house, centre.coordinator.actor, ['receptionist']);
  await expect(
    attachTestProof(house, actor, await registerSignedClient(house, actor)),
  ).resolves.toMatchObject({ kind: 'pdf' });
});

test('a photo loses where and with what it was taken', async () => {
  const taken = testJpeg(jfif, jpegPart(0xe1, 'Exif\0\0GPS 34.5N 69.2E'));
  expect(await attachTestProof(house, counsellor.actor, about, taken)).toMatchObject({
    kind: 'jpeg',
    size: testJpeg(jfif).length,
  });
});

test('the same form sent twice is kept once; with another paper it is a conflict', async () => {
  const send = (bytes: Uint8Array) =>
    execute(
      house,
      attachConsentProof,
      counsellor.actor,
      { ...about, file: new UploadedFile(bytes) },
      { idempotencyKey: `once-${about.consentId}` },
    );
  const first = await send(testPdf());
  const before = filesOnDisk().length;
  expect(await send(testPdf())).toEqual(first);
  await expect(send(testPdf('another'))).rejects.toMatchObject({ code: 'idempotency.conflict' });
  expect(await rowsOf(about.clientId)).toHaveLength(1);
  expect(filesOnDisk()).toHaveLength(before);
});

test('nothing on the paper, and no fingerprint of it, can be read on the disk or in the row', async () => {
  const paper = testPdf('Canary Signature');
  await attachTestProof(house, counsellor.actor, about, paper);
  const disk = Buffer.concat(filesOnDisk().map((entry) => readFileSync(join(entry.parentPath, entry.name))));
  const { rows } = await house.admin.query(
    'select t::text as row from serai.consent_proof t where client_id = $1',
    [about.clientId],
  );
  for (const form of [
    'Canary Signature',
    Buffer.from('Canary').toString('hex'),
    Buffer.from('Canary Signature').toString('base64').slice(0, 16),
  ]) {
    expect(disk.includes(form)).toBe(false);
    expect(JSON.stringify(rows)).not.toContain(form);
  }
  expect(JSON.stringify(rows)).not.toContain(new UploadedFile(paper).toJSON().sha256);
});

test('the row is closed and opened together with the person', async () => {
  await attachTestProof(house, counsellor.actor, about);
  await execute(house, restrictClient, counsellor.actor, {
    clientId: about.clientId,
    readers: [centre.coordinator.actor.staffId],
    reason: 'threatened',
  });
  expect(await rowsOf(about.clientId)).toMatchObject([{ restricted: true }]);
  await attachTestProof(house, counsellor.actor, about);
  expect(await rowsOf(about.clientId)).toMatchObject([{ restricted: true }, { restricted: true }]);
  await execute(house, unrestrictClient, centre.coordinator.actor, {
    clientId: about.clientId,
    reason: 'over',
  });
  expect(await rowsOf(about.clientId)).toMatchObject([{ restricted: false }, { restricted: false }]);
});

test('sweeping takes old files without a row and leaves new ones, those of other centres, and restricted ones', async () => {
  const [ours, theirs, closed] = [
    about,
    await registerSignedClient(house, counsellor.actor),
    await registerSignedClient(house, counsellor.actor),
  ];
  for (const each of [ours, theirs, closed]) await attachTestProof(house, counsellor.actor, each);
  await moveToAnotherCentre(house, theirs.clientId);
  await house.admin.query(
    'update serai.consent_proof p set centre_id = c.centre_id from serai.client c where c.id = p.client_id',
  );
  await execute(house, restrictClient, counsellor.actor, {
    clientId: closed.clientId,
    readers: [],
    reason: 'threatened',
  });
  const terms = { keyId: ours.clientId, kind: 'pdf' };
  const orphan = await house.files.put(testPdf(), terms);
  const old = new Date(house.clock.now().getTime() - 25 * 3_600_000);
  for (const { parentPath, name } of filesOnDisk()) utimesSync(join(parentPath, name), old, old);
  const fresh = await house.files.put(testPdf(), terms);
  await expect(
    sweepFiles(house, [proofFilesInUse, () => Promise.reject(new Error('cannot say'))]),
  ).rejects.toThrow('cannot say');
  expect(await sweepFiles(house, [proofFilesInUse])).toBe(1);
  const left = filesOnDisk().map(({ name }) => name);
  expect(left).not.toContain(orphan.id);
  expect(left).toContain(fresh.id);
  for (const { clientId } of [ours, theirs, closed])
    expect(left).toContain((await rowsOf(clientId))[0]?.file_id);
});
