import { afterAll, beforeAll, expect, test } from 'vitest';
import { execute } from '#platform/operations/execute.server.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import {
  addTestStaff,
  openTestCentre,
  type TestCentre,
  type TestStaff,
} from '#modules/staff/staff.testing.ts';
import { newPerson, registerTestClient } from '../clients.testing.ts';
import { unsealRevision } from '../client-revision.server.ts';
import { unsealIdentity } from '../client-identity.server.ts';
import { personShape } from '../client.schemas.ts';
import { restrictClient } from './restrict-client.server.ts';
import { updateClient } from './update-client.server.ts';

let house: TestHouse;
let centre: TestCentre;
let counsellor: TestStaff;
beforeAll(async () => {
  house = await openTestHouse();
  centre = await openTestCentre(house);
  counsellor = await addTestStaff(house, centre.coordinator.actor, ['counsellor'], centre.siteIds[0]);
});
afterAll(() => house?.close());

/** What the form of a person holds: the registration without consent and phones. */
const personOnly = (given: Parameters<typeof newPerson>[0] = {}) =>
  Object.fromEntries(Object.entries(newPerson(given)).filter(([name]) => name in personShape));
const rowOf = async (id: string) =>
  (await house.admin.query('select * from serai.client where id = $1', [id])).rows[0];

test('a data officer may not change a file', async () => {
  const { clientId } = await registerTestClient(house, counsellor.actor);
  const officer = await addTestStaff(house, centre.coordinator.actor, ['data_officer']);
  await expect(
    execute(house, updateClient, officer.actor, { clientId, version: 1, ...personOnly() }),
  ).rejects.toMatchObject({ code: 'forbidden' });
});

test('a receptionist may only put right what she registered herself today', async () => {
  const reception = await addTestStaff(house, centre.coordinator.actor, ['receptionist'], centre.siteIds[0]);
  const theirs = await registerTestClient(house, counsellor.actor);
  await expect(
    execute(house, updateClient, reception.actor, { clientId: theirs.clientId, version: 1, ...personOnly() }),
  ).rejects.toMatchObject({ code: 'forbidden' });
  const own = await registerTestClient(house, reception.actor);
  await execute(house, updateClient, reception.actor, {
    clientId: own.clientId,
    version: 1,
    ...personOnly({ stage: 'outgoing' }),
  });
  expect(await rowOf(own.clientId)).toMatchObject({ stage: 'outgoing', version: 2 });
});

test('what a receptionist does not see stays as it was when she saves', async () => {
  const reception = await addTestStaff(house, centre.coordinator.actor, ['receptionist'], centre.siteIds[0]);
  const { clientId } = await registerTestClient(house, reception.actor);
  await execute(house, updateClient, counsellor.actor, {
    clientId,
    version: 1,
    ...personOnly({
      note: 'her brother must not know',
      disability: { seeing: 'a_lot' },
      categories: ['student', 'asylum_seeker'],
    }),
  });
  await execute(house, updateClient, reception.actor, {
    clientId,
    version: 2,
    ...personOnly({ categories: ['student'] }),
  });
  const { rows } = await house.admin.query('select sealed from serai.client_identity where client_id = $1', [
    clientId,
  ]);
  expect(await unsealIdentity(house.vault, clientId, rows[0].sealed)).toMatchObject({
    note: 'her brother must not know',
    disability: { seeing: 'a_lot' },
    delicateCategories: ['asylum_seeker'],
  });
});

test('a file that is nobody’s is not found, and neither is a restricted one', async () => {
  await expect(
    execute(house, updateClient, counsellor.actor, {
      clientId: crypto.randomUUID(),
      version: 1,
      ...personOnly(),
    }),
  ).rejects.toMatchObject({ code: 'not-found', status: 404 });
  const { clientId } = await registerTestClient(house, centre.coordinator.actor);
  await execute(house, restrictClient, centre.coordinator.actor, {
    clientId,
    reason: 'Works for a colleague’s family',
  });
  await expect(
    execute(house, updateClient, counsellor.actor, { clientId, version: 1, ...personOnly() }),
  ).rejects.toMatchObject({ code: 'not-found' });
});

test('of two who changed the same file the second is told, and nothing is overwritten', async () => {
  const { clientId } = await registerTestClient(house, counsellor.actor);
  const send = (stage: string) =>
    execute(house, updateClient, counsellor.actor, {
      clientId,
      version: 1,
      ...personOnly({ stage: stage as 'outgoing' }),
    });
  const answers = await Promise.allSettled([send('outgoing'), send('returned')]);
  const refused = answers.filter((answer) => answer.status === 'rejected');
  expect(refused).toHaveLength(1);
  expect(refused[0]?.reason).toMatchObject({ code: 'conflict.version', status: 409 });
  expect((await rowOf(clientId)).version).toBe(2);
});

test('no legal status while the person has not agreed to the record', async () => {
  const vital = {
    explainedIn: 'prs',
    explained: [],
    reason: 'Fainted at the door',
    decisions: { service_and_record: 'not_possible_vital_interest' as const },
  };
  const { clientId } = await registerTestClient(house, counsellor.actor, { consent: vital });
  await expect(
    execute(house, updateClient, counsellor.actor, {
      clientId,
      version: 1,
      ...personOnly({ legalStatus: 'expired_document' }),
    }),
  ).rejects.toMatchObject({ fields: [{ path: 'legalStatus', code: 'no-status-without-consent' }] });
});

test('a change keeps the phones, the former state under seal, and says which fields changed', async () => {
  const { clientId } = await registerTestClient(house, counsellor.actor);
  await execute(house, updateClient, counsellor.actor, {
    clientId,
    version: 1,
    ...personOnly({ names: [{ given: 'Gulalai', family: 'Sahak' }], destinations: ['DE', 'IT'] }),
  });
  const {
    rows: [identity],
  } = await house.admin.query('select sealed, version from serai.client_identity where client_id = $1', [
    clientId,
  ]);
  const opened = await unsealIdentity(house.vault, clientId, identity.sealed);
  expect(opened.names[0]?.family).toBe('Sahak');
  expect(opened.phones).toHaveLength(1);
  const {
    rows: [revision],
  } = await house.admin.query('select * from serai.client_revision where client_id = $1', [clientId]);
  expect(revision).toMatchObject({
    version: 1,
    fields: ['destinations', 'names'],
    changed_by: counsellor.actor.staffId,
  });
  const former = await unsealRevision(house, clientId, 1, revision.sealed);
  expect(former).toMatchObject({
    facts: { destinations: ['DE'] },
    identity: { names: [{ family: 'Yusufzai' }] },
  });
  const {
    rows: [audit],
  } = await house.admin.query(
    `select fields from serai.audit_event where action = 'client.update' and client_id = $1`,
    [clientId],
  );
  expect(audit.fields).toEqual(['destinations', 'names']);
});

test('a change that changes nothing leaves the version as it was', async () => {
  const { clientId } = await registerTestClient(house, counsellor.actor);
  const answer = await execute(house, updateClient, counsellor.actor, {
    clientId,
    version: 1,
    ...personOnly(),
  });
  expect(answer.version).toBe(1);
});
