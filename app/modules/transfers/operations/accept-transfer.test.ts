import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSecondCentre } from '../../../../checks/second-centre.testing.ts';
import type { StaffActor } from '#platform/actor.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { read } from '#platform/operations/read.server.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import { agreedConsent, newPerson } from '#modules/clients/clients.testing.ts';
import { issueCard } from '#modules/clients/operations/issue-card.server.ts';
import { recordConsent } from '#modules/clients/operations/record-consent.server.ts';
import { restrictClient } from '#modules/clients/operations/restrict-client.server.ts';
import { updateClient } from '#modules/clients/operations/update-client.server.ts';
import { viewClient } from '#modules/clients/queries/view-client.query.server.ts';
import { recordTestContact } from '#modules/contacts/contacts.testing.ts';
import { planFollowUp } from '#modules/contacts/operations/plan-follow-up.server.ts';
import { addTestStaff, openTestCentre, type TestCentre } from '#modules/staff/staff.testing.ts';
import { transferJobs } from '../jobs.server.ts';
import { viewTransfer } from '../queries/view-transfer.query.server.ts';
import { transferOfClient } from '../queries/transfer-of-client.query.server.ts';
import { registerMovingPerson, sendTestTransfer } from '../transfers.testing.ts';
import { acceptTransfer } from './accept-transfer.server.ts';
import { closeTransfer } from './close-transfer.server.ts';
import { confirmTransfer } from './confirm-transfer.server.ts';
import { noteTransfer } from './note-transfer.server.ts';
import { revokeTransfer } from './revoke-transfer.server.ts';

let house: TestHouse;
let centre: TestCentre;
let other: TestCentre;
let counsellor: StaffActor;
let keeper: StaffActor;
let receiver: StaffActor;
beforeAll(async () => {
  house = await openTestHouse();
  centre = await openTestCentre(house);
  other = await openSecondCentre(house);
  keeper = centre.coordinator.actor;
  counsellor = (await addTestStaff(house, keeper, ['counsellor'])).actor;
  receiver = other.coordinator.actor;
});
afterAll(() => house?.close());

const accept = (transferId: string, by = receiver, given: object = {}) =>
  execute(house, acceptTransfer, by, { transferId, ...given });
const auditOf = async (transferId: string) =>
  (
    await house.admin.query(
      `select centre_id, action, client_id from serai.audit_event where subject_id = $1 and result = 'done' order by at, seq`,
      [transferId],
    )
  ).rows;

test('neither the sender nor a counsellor accepts, nor anybody what was taken back', async () => {
  const clientId = await registerMovingPerson(house, counsellor);
  const transferId = await sendTestTransfer(house, counsellor, clientId, other.centreId);
  const there = (await addTestStaff(house, receiver, ['counsellor'])).actor;
  await expect(accept(transferId, keeper)).rejects.toMatchObject({ code: 'not-found' });
  await expect(accept(transferId, there)).rejects.toMatchObject({ code: 'forbidden' });
  await expect(accept(transferId, receiver, { assignedTo: keeper.staffId })).rejects.toMatchObject({
    fields: [{ path: 'assignedTo' }],
  });
  await execute(house, revokeTransfer, counsellor, { transferId });
  await expect(accept(transferId)).rejects.toMatchObject({ code: 'transfer.not-now' });
  const { rows } = await house.admin.query(`select 1 from serai.client where centre_id = $1`, [
    other.centreId,
  ]);
  expect(rows).toHaveLength(0);
});

test('a person arrives with a new number and key, their story told and not counted again', async () => {
  const clientId = await registerMovingPerson(house, counsellor);
  await recordTestContact(house, counsellor, {
    clientIds: [clientId],
    siteId: centre.siteIds[0],
    note: 'Wants to nurse.',
  });
  const dueOn = '2026-04-01';
  await execute(house, planFollowUp, counsellor, { clientId, dueOn, way: 'phone' });
  const transferId = await sendTestTransfer(house, counsellor, clientId, other.centreId);
  const arrived = await accept(transferId);
  expect(arrived.clientId).not.toBe(clientId);
  expect(arrived.fileNo).toMatch(/^Z-/);
  const file = await read(house, viewClient, receiver, { clientId: arrived.clientId });
  expect(file.summary.name).toBe('Gulalai Yusufzai');
  expect(file.contacts).toEqual([]);
  const { history } = await read(house, viewTransfer, receiver, { transferId });
  expect(history).toMatchObject({ contacts: [{ note: 'Wants to nurse.' }], openActions: [{ dueOn }] });
  expect(JSON.stringify(file.history)).toContain('Old Caravanserai');
  const open = await house.admin.query(
    'select 1 from serai.follow_up where client_id = $1 and closed_at is null',
    [clientId],
  );
  expect(open.rowCount).toBe(0);
  for (const job of transferJobs)
    if (job.task === 'note-transfer') {
      await job.run(house, { transferId, centreId: other.centreId });
      await job.run(house, { transferId, centreId: centre.centreId });
    }
  await expect(execute(house, noteTransfer, keeper, { transferId })).rejects.toMatchObject({
    code: 'forbidden',
  });
  const rows = await auditOf(transferId);
  expect(rows).toContainEqual({
    centre_id: other.centreId,
    action: 'transfer.accept',
    client_id: arrived.clientId,
  });
  expect(rows).toContainEqual({ centre_id: centre.centreId, action: 'transfer.note', client_id: clientId });
  expect(rows.filter((row) => row.centre_id === other.centreId && row.client_id === clientId)).toEqual([]);
});

test('what stays behind is read and not written, through no door', async () => {
  const clientId = await registerMovingPerson(house, counsellor);
  await accept(await sendTestTransfer(house, counsellor, clientId, other.centreId));
  const moved = { code: 'client.moved', status: 409 };
  expect((await read(house, viewClient, counsellor, { clientId })).summary.id).toBe(clientId);
  expect(await read(house, transferOfClient, counsellor, { clientId })).toMatchObject({
    latest: { standing: 'gone' },
  });
  const {
    consent: _c,
    registerAnyway: _r,
    phones: _p,
    ...person
  } = newPerson({ names: [{ given: 'Other' }] });
  await expect(
    execute(house, updateClient, counsellor, { ...person, clientId, version: 1 }),
  ).rejects.toMatchObject(moved);
  await expect(execute(house, issueCard, counsellor, { clientId })).rejects.toMatchObject(moved);
  await expect(
    recordTestContact(house, counsellor, { clientIds: [clientId], siteId: centre.siteIds[0] }),
  ).rejects.toMatchObject(moved);
  await expect(
    execute(house, planFollowUp, counsellor, { clientId, dueOn: '2026-04-02', way: 'phone' }),
  ).rejects.toMatchObject(moved);
  await expect(
    execute(house, recordConsent, counsellor, {
      ...agreedConsent,
      clientId,
      decisions: { share_for_transfer: 'given' },
    }),
  ).rejects.toMatchObject(moved);
});

test('a restricted person stays restricted where they arrive', async () => {
  const clientId = await registerMovingPerson(house, counsellor);
  await execute(house, restrictClient, counsellor, { clientId, reason: 'threats', readers: [] });
  const transferId = await sendTestTransfer(house, counsellor, clientId, other.centreId, {
    withRestricted: true,
  });
  const arrived = await accept(transferId);
  const there = (await addTestStaff(house, receiver, ['counsellor'])).actor;
  await expect(read(house, viewClient, there, { clientId: arrived.clientId })).rejects.toMatchObject({
    code: 'not-found',
  });
  expect((await read(house, viewClient, receiver, { clientId: arrived.clientId })).summary.restricted).toBe(
    true,
  );
});

test('the person confirms by being asked anew; then the sender closes', async () => {
  const clientId = await registerMovingPerson(house, counsellor);
  const transferId = await sendTestTransfer(house, counsellor, clientId, other.centreId);
  await expect(execute(house, closeTransfer, keeper, { transferId })).rejects.toMatchObject({
    code: 'transfer.not-now',
  });
  const arrived = await accept(transferId);
  await expect(execute(house, confirmTransfer, receiver, { transferId })).rejects.toMatchObject({
    code: 'transfer.ask-consent-first',
  });
  house.clock.advance(60_000);
  await execute(house, recordConsent, receiver, {
    ...agreedConsent,
    clientId: arrived.clientId,
    decisions: { service_and_record: 'given' },
  });
  await execute(house, confirmTransfer, receiver, { transferId });
  await execute(house, closeTransfer, keeper, { transferId });
  expect((await read(house, viewTransfer, keeper, { transferId })).state).toBe('closed_at_sender');
});

test('two who accept at once take the person on once', async () => {
  const clientId = await registerMovingPerson(house, counsellor);
  const transferId = await sendTestTransfer(house, counsellor, clientId, other.centreId);
  const tried = await Promise.allSettled([accept(transferId), accept(transferId)]);
  expect(tried.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});
