import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { execute } from '#platform/operations/execute.server.ts';
import { read } from '#platform/operations/read.server.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import { registerTestClient, withdrawTestConsent } from '#modules/clients/clients.testing.ts';
import { restrictClient } from '#modules/clients/operations/restrict-client.server.ts';
import { setSafeContact } from '#modules/clients/operations/set-safe-contact.server.ts';
import { viewClient } from '#modules/clients/queries/view-client.query.server.ts';
import { recordTestContact } from '#modules/contacts/contacts.testing.ts';
import { viewContact } from '#modules/contacts/queries/view-contact.query.server.ts';
import {
  addTestStaff,
  openTestCentre,
  type TestCentre,
  type TestStaff,
} from '#modules/staff/staff.testing.ts';
import { beginJob } from '#modules/staff/index.server.ts';
import { mergeTestFiles } from '../duplicates.testing.ts';
import { forgetMerges } from './forget-merges.server.ts';
import { undoMerge } from './undo-merge.server.ts';

let house: TestHouse;
let centre: TestCentre;
let mina: TestStaff;
let ada: TestStaff;
beforeAll(async () => {
  house = await openTestHouse();
  centre = await openTestCentre(house);
  mina = await addTestStaff(house, centre.coordinator.actor, ['counsellor'], centre.siteIds[0]);
  ada = await addTestStaff(house, centre.coordinator.actor, ['counsellor'], centre.siteIds[0]);
});
afterAll(() => house?.close());

const register = async (given: Parameters<typeof registerTestClient>[2] = {}) =>
  (await registerTestClient(house, mina.actor, given)).clientId;
const merge = (one: string, other: string) => mergeTestFiles(house, [mina.actor, ada.actor], one, other);
const view = (clientId: string) => read(house, viewClient, mina.actor, { clientId });

test('the front desk may not undo, and what is not there is not found', async () => {
  const desk = await addTestStaff(house, centre.coordinator.actor, ['receptionist']);
  const mergeId = randomUUID();
  await expect(execute(house, undoMerge, desk.actor, { mergeId })).rejects.toMatchObject({
    code: 'forbidden',
  });
  await expect(execute(house, undoMerge, mina.actor, { mergeId })).rejects.toMatchObject({
    code: 'not-found',
  });
});

test('twice is refused', async () => {
  const mergeId = await merge(await register(), await register());
  await execute(house, undoMerge, mina.actor, { mergeId });
  await expect(execute(house, undoMerge, mina.actor, { mergeId })).rejects.toMatchObject({
    code: 'duplicates.not-open',
  });
});

test('contacts made since stay with the survivor, the others go back, and each file says when it was first served', async () => {
  const [one, other] = [await register(), await register()];
  const before = await recordTestContact(house, mina.actor, { clientIds: [other] });
  house.clock.advance(24 * 3_600_000);
  const mergeId = await merge(one, other);
  const since = await recordTestContact(house, mina.actor, { clientIds: [one] });
  const first = async () =>
    (
      await house.admin.query(
        'select contact_id, client_id from serai.contact_client where first_time and client_id = any($1::uuid[]) order by occurred_on',
        [[one, other]],
      )
    ).rows;
  expect(await first()).toEqual([{ contact_id: before.contactId, client_id: one }]);
  await execute(house, undoMerge, mina.actor, { mergeId });
  expect(await first()).toEqual([
    { contact_id: before.contactId, client_id: other },
    { contact_id: since.contactId, client_id: one },
  ]);
});

test('what was decided since stays, and a no holds for both', async () => {
  const [one, other] = [await register(), await register()];
  await withdrawTestConsent(house, mina.actor, other, 'contact_by_message');
  const mergeId = await merge(one, other);
  await withdrawTestConsent(house, mina.actor, one, 'contact_by_phone');
  await execute(house, undoMerge, mina.actor, { mergeId });
  const now = async (id: string) =>
    Object.fromEntries((await view(id)).consents.map(({ purpose, status }) => [purpose, status]));
  expect(await now(one)).toMatchObject({ contact_by_message: 'given', contact_by_phone: 'withdrawn' });
  expect(await now(other)).toMatchObject({ contact_by_message: 'withdrawn', contact_by_phone: 'withdrawn' });
});

test('facts changed since stay and are named; a phone found unsafe since is unsafe in both', async () => {
  const phone = { number: '0700 555 222', owner: 'own' as const, safeToCall: true, safeToMessage: false };
  const one = await register({ phones: [phone] });
  const other = await register({ phones: [phone], names: [{ given: 'Gul' }] });
  const mergeId = await merge(one, other);
  const { version } = await view(one);
  await execute(house, setSafeContact, mina.actor, {
    clientId: one,
    version,
    phones: [{ ...phone, safeToCall: false }],
  });
  const { changedSince } = await execute(house, undoMerge, mina.actor, { mergeId });
  expect(changedSince).toEqual(['phones']);
  for (const id of [one, other])
    expect((await view(id)).identity.phones).toMatchObject([{ safeToCall: false }]);
  expect((await view(one)).summary.otherNames).toEqual([]);
});

test('a file that was closed since stays closed, and so does the other', async () => {
  const [one, other] = [await register(), await register()];
  const mergeId = await merge(one, other);
  await execute(house, restrictClient, mina.actor, { clientId: one, reason: 'known here' });
  await expect(execute(house, undoMerge, ada.actor, { mergeId })).rejects.toMatchObject({
    code: 'not-found',
  });
  await execute(house, undoMerge, mina.actor, { mergeId });
  for (const clientId of [one, other]) {
    await view(clientId);
    await expect(read(house, viewClient, ada.actor, { clientId })).rejects.toMatchObject({
      code: 'not-found',
    });
  }
});

test('who was not among the readers of both before is not let in by undoing', async () => {
  const [one, other] = [await register(), await register()];
  await execute(house, restrictClient, mina.actor, {
    clientId: other,
    reason: 'known',
    readers: [ada.actor.staffId],
  });
  const mergeId = await merge(one, other);
  await execute(house, undoMerge, ada.actor, { mergeId });
  await read(house, viewClient, centre.coordinator.actor, { clientId: one });
  await expect(read(house, viewClient, centre.coordinator.actor, { clientId: other })).rejects.toMatchObject({
    code: 'not-found',
  });
});

test('an erased person is not brought back', async () => {
  const [one, other] = [await register(), await register()];
  const mergeId = await merge(one, other);
  await house.vault.keys.shred(other);
  await expect(execute(house, undoMerge, mina.actor, { mergeId })).rejects.toMatchObject({
    code: 'duplicates.file-erased',
  });
});

test('after the days of grace it stands, and what it took to undo it is destroyed', async () => {
  const [one, other] = [await register(), await register()];
  const mergeId = await merge(one, other);
  const kept = async () =>
    (await house.admin.query('select sealed_before from serai.client_merge where id = $1', [mergeId])).rows[0]
      .sealed_before;
  const job = await beginJob(house, centre.centreId);
  await expect(execute(house, forgetMerges, mina.actor, {})).rejects.toMatchObject({ code: 'forbidden' });
  await execute(house, forgetMerges, job, {});
  expect(await kept()).not.toBeNull();
  house.clock.advance(30 * 24 * 3_600_000);
  await expect(execute(house, undoMerge, mina.actor, { mergeId })).rejects.toMatchObject({
    code: 'duplicates.too-late',
  });
  expect(await execute(house, forgetMerges, await beginJob(house, centre.centreId), {})).toMatchObject({
    forgotten: expect.any(Number),
  });
  expect(await kept()).toBeNull();
});

test('what was written behind the wall of the other file does not come out from behind it', async () => {
  const [open, closed] = [await register(), await register()];
  await execute(house, restrictClient, mina.actor, {
    clientId: closed,
    reason: 'known here',
    readers: [centre.coordinator.actor.staffId],
  });
  const mergeId = await mergeTestFiles(house, [mina.actor, centre.coordinator.actor], open, closed);
  house.clock.advance(60_000);
  const { contactId } = await recordTestContact(house, mina.actor, { clientIds: [open] });
  await execute(house, undoMerge, mina.actor, { mergeId });
  expect(await view(open)).toMatchObject({ summary: { restricted: true } });
  await read(house, viewContact, mina.actor, { contactId });
  await expect(read(house, viewContact, ada.actor, { contactId })).rejects.toMatchObject({
    code: 'not-found',
  });
  await expect(read(house, viewClient, ada.actor, { clientId: open })).rejects.toMatchObject({
    code: 'not-found',
  });
});
