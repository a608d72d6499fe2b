import { afterAll, beforeAll, expect, test } from 'vitest';
import { execute } from '#platform/operations/execute.server.ts';
import { read } from '#platform/operations/read.server.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import { registerTestClient, withdrawTestConsent } from '#modules/clients/clients.testing.ts';
import { grantReader } from '#modules/clients/operations/grant-reader.server.ts';
import { issueCard } from '#modules/clients/operations/issue-card.server.ts';
import { restrictClient } from '#modules/clients/operations/restrict-client.server.ts';
import { updateClient } from '#modules/clients/operations/update-client.server.ts';
import { findClients } from '#modules/clients/queries/find-clients.query.server.ts';
import { listClients } from '#modules/clients/queries/list-clients.query.server.ts';
import { viewClient } from '#modules/clients/queries/view-client.query.server.ts';
import { recordTestContact } from '#modules/contacts/contacts.testing.ts';
import { viewContact } from '#modules/contacts/queries/view-contact.query.server.ts';
import {
  addTestStaff,
  openTestCentre,
  type TestCentre,
  type TestStaff,
} from '#modules/staff/staff.testing.ts';
import { lookAtPair, mergeTestFiles } from '../duplicates.testing.ts';
import { confirmMerge } from './confirm-merge.server.ts';
import { proposeMerge } from './propose-merge.server.ts';

let house: TestHouse;
let centre: TestCentre;
let mina: TestStaff;
let ada: TestStaff;
beforeAll(async () => {
  house = await openTestHouse();
  centre = await openTestCentre(house);
  mina = await addTestStaff(house, centre.coordinator.actor, ['counsellor'], centre.siteIds[0]);
  ada = await addTestStaff(house, centre.coordinator.actor, ['caseworker'], centre.siteIds[0]);
});
afterAll(() => house?.close());

const register = async (given: Parameters<typeof registerTestClient>[2] = {}) =>
  (await registerTestClient(house, mina.actor, given)).clientId;
const versions = { survivorVersion: 1, mergedVersion: 1 };
const merge = (one: string, other: string, choices = {}) =>
  mergeTestFiles(house, [mina.actor, ada.actor], one, other, choices);
async function propose(one: string, other: string) {
  return execute(house, proposeMerge, mina.actor, await lookAtPair(house, mina.actor, one, other));
}

test('the front desk may not confirm, and nobody confirms what they proposed', async () => {
  const { mergeId } = await propose(await register(), await register());
  const { actor } = await addTestStaff(house, centre.coordinator.actor, ['receptionist']);
  const input = { mergeId, ...versions };
  await expect(execute(house, confirmMerge, actor, input)).rejects.toMatchObject({ code: 'forbidden' });
  await expect(execute(house, confirmMerge, mina.actor, input)).rejects.toMatchObject({
    code: 'duplicates.second-person',
  });
});

test('a proposal about files that changed is not confirmed', async () => {
  const [one, other] = [await register(), await register({ names: [{ given: 'Gul' }] })];
  const { mergeId } = await propose(one, other);
  const change = {
    clientId: other,
    version: 1,
    names: [{ given: 'Gulnaz' }],
    sex: 'female',
    stage: 'intending',
    languages: ['ps'],
  };
  await execute(house, updateClient, mina.actor, change);
  await expect(execute(house, confirmMerge, ada.actor, { mergeId, ...versions })).rejects.toMatchObject({
    code: 'conflict.version',
  });
  await expect(
    execute(house, confirmMerge, ada.actor, { mergeId, survivorVersion: 1, mergedVersion: 2 }),
  ).rejects.toMatchObject({ code: 'duplicates.changed-since' });
});

test('whoever may not open one of the files does not find the proposal', async () => {
  const [one, other] = [await register(), await register()];
  const { mergeId } = await propose(one, other);
  await execute(house, restrictClient, mina.actor, { clientId: other, reason: 'known here' });
  await expect(execute(house, confirmMerge, ada.actor, { mergeId, ...versions })).rejects.toMatchObject({
    code: 'not-found',
  });
});

test('merging in both directions at once: one wins, the other is told', async () => {
  const [one, other] = [await register(), await register()];
  const first = await propose(one, other);
  const { actor } = centre.coordinator;
  const answers = await Promise.allSettled([
    execute(house, confirmMerge, ada.actor, { mergeId: first.mergeId, ...versions }),
    execute(house, confirmMerge, actor, { mergeId: first.mergeId, ...versions }),
    execute(house, proposeMerge, actor, await lookAtPair(house, actor, other, one).catch(() => ({}))),
  ]);
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  const told = answers.flatMap((answer) =>
    answer.status === 'rejected' ? [String(answer.reason.code)] : [],
  );
  expect(
    told.filter(
      (code) => !/^(duplicates\.(not-open|already-merged|already-proposed)|input\.invalid)$/.test(code),
    ),
  ).toEqual([]);
  const { rows } = await house.admin.query(
    'select merged_into from serai.client where id = any($1::uuid[])',
    [[one, other]],
  );
  expect(rows.filter((row) => row.merged_into !== null)).toHaveLength(1);
});

test('a merged file is merged into no other and takes nothing new', async () => {
  const [one, other, third] = [await register(), await register(), await register()];
  const input = await lookAtPair(house, mina.actor, third, other);
  await merge(one, other);
  await expect(execute(house, proposeMerge, mina.actor, input)).rejects.toMatchObject({
    code: 'duplicates.already-merged',
  });
  await expect(recordTestContact(house, mina.actor, { clientIds: [other] })).rejects.toMatchObject({
    code: 'clients.merged',
  });
  await expect(execute(house, issueCard, mina.actor, { clientId: other })).rejects.toMatchObject({
    code: 'clients.merged',
  });
});

test('the address leads on, lists leave it out, and every number finds the person', async () => {
  const one = await registerTestClient(house, mina.actor, { names: [{ given: 'Torpekai', family: 'Nang' }] });
  const other = await registerTestClient(house, mina.actor, {
    names: [{ given: 'Torpakay', family: 'Nang' }],
  });
  const card = await execute(house, issueCard, mina.actor, { clientId: other.clientId });
  const { contactId } = await recordTestContact(house, mina.actor, {
    clientIds: [other.clientId],
    note: 'Her words',
  });
  await merge(one.clientId, other.clientId);
  await expect(read(house, viewClient, mina.actor, { clientId: other.clientId })).rejects.toMatchObject({
    code: 'clients.merged',
    params: { survivor: one.clientId },
  });
  const kept = await read(house, viewClient, mina.actor, { clientId: one.clientId });
  expect(kept.mergedFiles).toEqual([{ id: other.clientId, fileNo: other.fileNo }]);
  expect(kept.summary.otherNames).toEqual(['Torpakay Nang']);
  expect(kept.contacts.map(({ id, note }) => ({ id, note }))).toEqual([{ id: contactId, note: 'Her words' }]);
  const { contact, note } = await read(house, viewContact, mina.actor, { contactId }).then((seen) => ({
    contact: seen.contact,
    note: seen.note,
  }));
  expect([contact.client_id, note]).toEqual([one.clientId, 'Her words']);
  const { people } = await read(house, listClients, mina.actor, {});
  expect(people.map(({ id }) => id)).not.toContain(other.clientId);
  for (const text of [other.fileNo, one.fileNo, card.number, 'Torpakay']) {
    const { found } = await read(house, findClients, mina.actor, { text });
    expect([text, found[0]?.id]).toEqual([text, one.clientId]);
  }
});

test('the stricter consent wins, and what waited for the other is stopped', async () => {
  const [one, other] = [await register(), await register()];
  await withdrawTestConsent(house, mina.actor, one, 'contact_by_phone');
  house.clock.advance(1000);
  await withdrawTestConsent(house, mina.actor, other, 'contact_by_message');
  await merge(one, other);
  const { consents } = await read(house, viewClient, mina.actor, { clientId: one });
  const now = Object.fromEntries(consents.map(({ purpose, status }) => [purpose, status]));
  expect(now).toMatchObject({
    contact_by_phone: 'withdrawn',
    contact_by_message: 'withdrawn',
    service_and_record: 'given',
    research_follow_up: 'refused',
  });
});

test('a phone that one file calls unsafe stays unsafe, whichever is chosen', async () => {
  const phone = { number: '0700 555 111', owner: 'own' as const, safeToMessage: false };
  const one = await register({ phones: [{ ...phone, safeToCall: true }] });
  const other = await register({ phones: [{ ...phone, safeToCall: false, owner: 'family' }] });
  await merge(one, other, { phones: 'kept' });
  const { identity } = await read(house, viewClient, mina.actor, { clientId: one });
  expect(identity.phones).toMatchObject([{ safeToCall: false, owner: 'family' }]);
});

test('a merge with a restricted file is restricted, for those who could open both', async () => {
  const [one, other] = [await register({ assignToMe: true }), await register()];
  await execute(house, restrictClient, mina.actor, {
    clientId: other,
    reason: 'known here',
    readers: [ada.actor.staffId, centre.coordinator.actor.staffId],
  });
  await execute(house, restrictClient, mina.actor, {
    clientId: one,
    reason: 'known here',
    readers: [ada.actor.staffId],
  });
  await merge(one, other);
  await expect(read(house, viewClient, centre.coordinator.actor, { clientId: one })).rejects.toMatchObject({
    code: 'not-found',
  });
  await expect(read(house, viewClient, centre.coordinator.actor, { clientId: other })).rejects.toMatchObject({
    code: 'not-found',
  });
  await read(house, viewClient, ada.actor, { clientId: one });
  // Whoever is let in afterwards is behind the stub's wall too.
  const { staffId } = centre.coordinator.actor;
  await execute(house, grantReader, mina.actor, { clientId: one, staffId, reason: 'supervision' });
  await expect(read(house, viewClient, centre.coordinator.actor, { clientId: other })).rejects.toMatchObject({
    code: 'clients.merged',
  });
});

test('a conversation with a third person behind a wall is moved only by whoever may open it', async () => {
  const [one, other, third] = [await register(), await register(), await register()];
  const { contactId } = await recordTestContact(house, mina.actor, { clientIds: [other, third] });
  await execute(house, restrictClient, mina.actor, { clientId: third, reason: 'known here' });
  const { mergeId } = await propose(one, other);
  await expect(execute(house, confirmMerge, ada.actor, { mergeId, ...versions })).rejects.toMatchObject({
    code: 'duplicates.ask-supervisor',
  });
  const { rows } = await house.admin.query(
    'select count(*)::int as here from serai.contact_client where contact_id = $1 and client_id = $2',
    [contactId, other],
  );
  expect(rows).toEqual([{ here: 1 }]);
});
