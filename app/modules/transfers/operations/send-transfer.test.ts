import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSecondCentre } from '../../../../checks/second-centre.testing.ts';
import type { StaffActor } from '#platform/actor.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { read } from '#platform/operations/read.server.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import { restrictClient } from '#modules/clients/operations/restrict-client.server.ts';
import { withdrawTestConsent } from '#modules/clients/clients.testing.ts';
import { recordTestContact } from '#modules/contacts/contacts.testing.ts';
import { addTestStaff, openTestCentre, type TestCentre } from '#modules/staff/staff.testing.ts';
import { listTransfers } from '../queries/list-transfers.query.server.ts';
import { transferOfClient } from '../queries/transfer-of-client.query.server.ts';
import { viewTransfer } from '../queries/view-transfer.query.server.ts';
import { newTransfer, registerMovingPerson, sendTestTransfer } from '../transfers.testing.ts';
import { acceptTransfer } from './accept-transfer.server.ts';
import { askBackTransfer } from './ask-back-transfer.server.ts';
import { clarifyTransfer } from './clarify-transfer.server.ts';
import { proposeTransfer } from './propose-transfer.server.ts';
import { rejectTransfer } from './reject-transfer.server.ts';
import { revokeTransfer } from './revoke-transfer.server.ts';
import { sendTransfer } from './send-transfer.server.ts';

let house: TestHouse;
let centre: TestCentre;
let counsellor: StaffActor;
let keeper: StaffActor;
let receiver: StaffActor;
let to: string;
beforeAll(async () => {
  house = await openTestHouse();
  centre = await openTestCentre(house);
  const other = await openSecondCentre(house);
  keeper = centre.coordinator.actor;
  counsellor = (await addTestStaff(house, keeper, ['counsellor'])).actor;
  receiver = other.coordinator.actor;
  to = other.centreId;
});
afterAll(() => house?.close());

const propose = (clientId: string, given: object = {}, by = counsellor) =>
  execute(house, proposeTransfer, by, newTransfer(clientId, to, given));
const stateOf = async (id: string) =>
  (await house.admin.query('select state from serai.transfer where id = $1', [id])).rows[0]?.state;
const keyOf = async (id: string) =>
  (await house.admin.query('select key_id from serai.transfer where id = $1', [id])).rows[0]?.key_id;
const jobsOf = async (task: string) =>
  (
    await house.admin.query(
      `select j.payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = $1`,
      [task],
    )
  ).rows.map((row) => row.payload);

test('a receptionist, a stranger’s file, one’s own centre, and a missing yes go nowhere', async () => {
  const clientId = await registerMovingPerson(house, counsellor, { agrees: false });
  const receptionist = (await addTestStaff(house, keeper, ['receptionist'])).actor;
  await expect(propose(clientId, {}, receptionist)).rejects.toMatchObject({ code: 'forbidden' });
  await expect(read(house, listTransfers, receptionist, {})).rejects.toMatchObject({ code: 'forbidden' });
  await expect(read(house, transferOfClient, receiver, { clientId })).rejects.toMatchObject({
    code: 'not-found',
  });
  await expect(propose(clientId, {}, receiver)).rejects.toMatchObject({ code: 'not-found' });
  await expect(propose(clientId, { toCentreId: centre.centreId })).rejects.toMatchObject({
    fields: [{ path: 'toCentreId' }],
  });
  await expect(propose(clientId)).rejects.toMatchObject({
    fields: [{ path: 'override', code: 'override-needed' }],
  });
  expect((await house.admin.query('select 1 from serai.transfer')).rowCount).toBe(0);
});

test('an override waits for a coordinator who did not write it', async () => {
  const clientId = await registerMovingPerson(house, counsellor, { agrees: false });
  const { transferId } = await propose(clientId, { override: 'In hospital abroad, cannot be asked.' });
  const send = (by: StaffActor) => execute(house, sendTransfer, by, { transferId, countryChecked: true });
  await expect(send(counsellor)).rejects.toMatchObject({ code: 'transfer.second-person' });
  await expect(propose(clientId, { override: 'again' })).rejects.toMatchObject({
    code: 'transfer.open-already',
  });
  await send(keeper);
  expect(await stateOf(transferId)).toBe('sent');
});

test('into another country only after the dangers there were looked at', async () => {
  const { transferId } = await propose(await registerMovingPerson(house, counsellor));
  await expect(execute(house, sendTransfer, counsellor, { transferId })).rejects.toMatchObject({
    fields: [{ path: 'countryChecked', code: 'country-needs-check' }],
  });
});

test('before it is sent the receiver sees nothing; then the packet, in words that no disk holds', async () => {
  const clientId = await registerMovingPerson(house, counsellor, {
    names: [{ given: 'Shirin', family: 'Rahmani' }],
  });
  await recordTestContact(house, counsellor, {
    clientIds: [clientId],
    siteId: centre.siteIds[0],
    note: 'She asked about nursing papers.',
  });
  const { transferId } = await propose(clientId);
  await expect(read(house, viewTransfer, receiver, { transferId })).rejects.toMatchObject({
    code: 'not-found',
  });
  expect(
    (await read(house, viewTransfer, counsellor, { transferId })).packet?.history.contacts,
  ).toMatchObject([{ note: 'She asked about nursing papers.' }]);
  const { dueAt } = await execute(house, sendTransfer, counsellor, { transferId, countryChecked: true });
  expect(new Date(dueAt) > house.clock.now()).toBe(true);
  const seen = await read(house, viewTransfer, receiver, { transferId });
  expect(seen).toMatchObject({ way: 'in', person: undefined, state: 'sent' });
  expect(seen.packet?.file.identity.names).toMatchObject([{ given: 'Shirin' }]);
  expect(seen.packet?.file.consents.map(({ purpose }) => purpose)).not.toContain('share_for_transfer');
  const listed = await read(house, listTransfers, receiver, {});
  expect(listed.find(({ id }) => id === transferId)).toMatchObject({ way: 'in', person: undefined });
  const { rows } = await house.admin.query(
    `select to_jsonb(t)::text as row from serai.transfer t where id = $1`,
    [transferId],
  );
  expect(rows[0].row).not.toMatch(/Shirin|nursing/);
  expect(rows[0].row).not.toContain(clientId);
});

test('the least tells how to reach somebody and nothing of their story; what they keep back stays', async () => {
  const clientId = await registerMovingPerson(house, counsellor, { note: 'Fled from a brother.' });
  await recordTestContact(house, counsellor, {
    clientIds: [clientId],
    siteId: centre.siteIds[0],
    note: 'Long talk.',
  });
  const least = await sendTestTransfer(house, counsellor, clientId, to, { scope: 'minimum' });
  const packet = (await read(house, viewTransfer, receiver, { transferId: least })).packet;
  expect(packet?.history.contacts).toEqual([]);
  expect(packet?.file.identity.note).toBeUndefined();
  expect(packet?.file.facts.purpose).toBeNull();
  await execute(house, revokeTransfer, counsellor, { transferId: least });
  const summary = await sendTestTransfer(house, counsellor, clientId, to, {
    scope: 'summary',
    excluded: ['file_note'],
  });
  const second = (await read(house, viewTransfer, receiver, { transferId: summary })).packet;
  expect(second?.history.contacts).toHaveLength(1);
  expect(JSON.stringify(second)).not.toMatch(/Long talk|brother/);
});

test('a restricted file travels only when that was ticked, and only coordinators open the packet', async () => {
  const clientId = await registerMovingPerson(house, counsellor);
  await execute(house, restrictClient, counsellor, { clientId, reason: 'threats', readers: [] });
  await expect(propose(clientId)).rejects.toMatchObject({ fields: [{ code: 'restricted-needs-tick' }] });
  const transferId = await sendTestTransfer(house, counsellor, clientId, to, { withRestricted: true });
  await expect(read(house, viewTransfer, keeper, { transferId })).rejects.toMatchObject({
    code: 'not-found',
  });
  const there = (await addTestStaff(house, receiver, ['counsellor'])).actor;
  await expect(read(house, viewTransfer, there, { transferId })).rejects.toMatchObject({ code: 'not-found' });
  expect((await read(house, viewTransfer, receiver, { transferId })).packet).toBeDefined();
});

test('a question comes back and is answered; then it is rejected, and the packet’s key is to be destroyed', async () => {
  const clientId = await registerMovingPerson(house, counsellor);
  const transferId = await sendTestTransfer(house, counsellor, clientId, to);
  await expect(execute(house, askBackTransfer, counsellor, { transferId, text: 'x' })).rejects.toMatchObject({
    code: 'forbidden',
  });
  await expect(execute(house, clarifyTransfer, counsellor, { transferId, text: 'x' })).rejects.toMatchObject({
    code: 'transfer.not-now',
  });
  await execute(house, askBackTransfer, receiver, { transferId, text: 'Does she need a ramp?' });
  await expect(
    execute(house, rejectTransfer, receiver, { transferId, reason: 'no_capacity' }),
  ).rejects.toMatchObject({ code: 'transfer.not-now' });
  await execute(house, clarifyTransfer, counsellor, { transferId, text: 'No.' });
  expect((await read(house, viewTransfer, receiver, { transferId })).talk).toMatchObject([
    { from: 'receiver', text: 'Does she need a ramp?' },
    { from: 'sender', text: 'No.' },
  ]);
  await expect(
    execute(house, rejectTransfer, keeper, { transferId, reason: 'no_capacity' }),
  ).rejects.toMatchObject({ code: 'not-found' });
  await execute(house, rejectTransfer, receiver, { transferId, reason: 'no_capacity' });
  await expect(execute(house, revokeTransfer, counsellor, { transferId })).rejects.toMatchObject({
    code: 'transfer.not-now',
  });
  expect(await jobsOf('shred-transfer')).toContainEqual({ keyId: await keyOf(transferId) });
  await propose(clientId);
});

test('whoever takes the yes back stops the move, and what was sent can be read no more', async () => {
  const clientId = await registerMovingPerson(house, counsellor);
  const transferId = await sendTestTransfer(house, counsellor, clientId, to);
  await withdrawTestConsent(house, counsellor, clientId, 'share_for_transfer');
  expect(await stateOf(transferId)).toBe('revoked');
  const keyId = await keyOf(transferId);
  expect(await jobsOf('shred-transfer')).toContainEqual({ keyId });
  await house.vault.keys.shred(keyId);
  expect((await read(house, viewTransfer, receiver, { transferId })).packet).toBeUndefined();
});

test('the database itself refuses a step of the other side', async () => {
  const transferId = await sendTestTransfer(
    house,
    counsellor,
    await registerMovingPerson(house, counsellor),
    to,
  );
  const { sql } = await import('kysely');
  const set = (actor: StaffActor, state: string) =>
    house.databases.app.transaction().execute(async (tx) => {
      await sql`select set_config('serai.session', ${actor.sessionToken}, true)`.execute(tx);
      await sql`update transfer set state = ${state} where id = ${transferId}`.execute(tx);
    });
  await expect(set(counsellor, 'active_at_receiver')).rejects.toThrow(/not a step of this side/);
  await expect(set(receiver, 'revoked')).rejects.toThrow(/not a step of this side/);
});

test('a file that is closed before it is sent does not leave as an open one', async () => {
  const clientId = await registerMovingPerson(house, counsellor);
  const { transferId } = await propose(clientId);
  await execute(house, restrictClient, counsellor, { clientId, reason: 'threatened here' });
  await expect(
    execute(house, sendTransfer, counsellor, { transferId, countryChecked: true }),
  ).rejects.toMatchObject({ code: 'transfer.not-now' });
  await propose(clientId, { withRestricted: true });
});

test('a file that is closed while it travels comes back: the receiver can neither read nor take what was sent', async () => {
  const clientId = await registerMovingPerson(house, counsellor);
  const transferId = await sendTestTransfer(house, counsellor, clientId, to);
  const keyId = await keyOf(transferId);
  await execute(house, restrictClient, counsellor, { clientId, reason: 'threatened here' });
  expect(await stateOf(transferId)).toBe('revoked');
  expect(await jobsOf('shred-transfer')).toContainEqual({ keyId });
  expect(await read(house, viewTransfer, receiver, { transferId })).toMatchObject({ packet: undefined });
  await expect(execute(house, acceptTransfer, receiver, { transferId })).rejects.toMatchObject({
    code: 'transfer.not-now',
  });
});

test('what the two centres said to each other is behind the wall of the new file too', async () => {
  const clientId = await registerMovingPerson(house, counsellor);
  const transferId = await sendTestTransfer(house, counsellor, clientId, to);
  await execute(house, askBackTransfer, receiver, { transferId, text: 'Is she still afraid of him?' });
  await execute(house, clarifyTransfer, counsellor, { transferId, text: 'Yes.' });
  const taken = await execute(house, acceptTransfer, receiver, { transferId });
  const colleague = (await addTestStaff(house, receiver, ['counsellor'])).actor;
  expect(await read(house, viewTransfer, colleague, { transferId })).toMatchObject({ talk: [{}, {}] });
  await execute(house, restrictClient, receiver, { clientId: taken.clientId, reason: 'threatened here' });
  await expect(read(house, viewTransfer, colleague, { transferId })).rejects.toMatchObject({
    code: 'not-found',
  });
  await read(house, viewTransfer, receiver, { transferId });
});
