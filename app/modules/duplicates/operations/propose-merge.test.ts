import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { execute } from '#platform/operations/execute.server.ts';
import { read } from '#platform/operations/read.server.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import { moveToAnotherCentre, registerTestClient } from '#modules/clients/clients.testing.ts';
import { restrictClient } from '#modules/clients/operations/restrict-client.server.ts';
import {
  addTestStaff,
  openTestCentre,
  type TestCentre,
  type TestStaff,
} from '#modules/staff/staff.testing.ts';
import { lookAtPair } from '../duplicates.testing.ts';
import { compareFiles } from '../queries/compare-files.query.server.ts';
import { listProposals } from '../queries/list-proposals.query.server.ts';
import { proposeMerge } from './propose-merge.server.ts';

let house: TestHouse;
let centre: TestCentre;
let mina: TestStaff;
beforeAll(async () => {
  house = await openTestHouse();
  centre = await openTestCentre(house);
  mina = await addTestStaff(house, centre.coordinator.actor, ['counsellor'], centre.siteIds[0]);
});
afterAll(() => house?.close());

const two = async () => ({
  one: (await registerTestClient(house, mina.actor)).clientId,
  other: (await registerTestClient(house, mina.actor, { names: [{ given: 'Gul' }] })).clientId,
});
const look = (one: string, other: string) => lookAtPair(house, mina.actor, one, other);
const proposals = async () =>
  Number((await house.admin.query('select count(*) from serai.client_merge')).rows[0].count);

test('the front desk and the data officer neither compare nor propose', async () => {
  const { one, other } = await two();
  const input = await look(one, other);
  for (const role of ['receptionist', 'data_officer'] as const) {
    const { actor } = await addTestStaff(house, centre.coordinator.actor, [role]);
    const pair = { clientId: one, otherClientId: other };
    await expect(read(house, compareFiles, actor, pair)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(execute(house, proposeMerge, actor, input)).rejects.toMatchObject({ code: 'forbidden' });
  }
});

test('a file out of reach and one that is not there look alike: ask a supervisor', async () => {
  const { one, other } = await two();
  const input = await look(one, other);
  await execute(house, restrictClient, centre.coordinator.actor, { clientId: other, reason: 'known here' });
  for (const mergedId of [other, randomUUID()]) {
    await expect(execute(house, proposeMerge, mina.actor, { ...input, mergedId })).rejects.toMatchObject({
      code: 'duplicates.ask-supervisor',
      status: 403,
      params: {},
    });
    await expect(
      read(house, compareFiles, mina.actor, { clientId: one, otherClientId: mergedId }),
    ).rejects.toMatchObject({ code: 'duplicates.ask-supervisor' });
  }
});

test('files of another centre are not found', async () => {
  const { one, other } = await two();
  const input = await look(one, other);
  await moveToAnotherCentre(house, one);
  await moveToAnotherCentre(house, other);
  await expect(execute(house, proposeMerge, mina.actor, input)).rejects.toMatchObject({ code: 'not-found' });
});

test('a file that was changed since it was looked at is looked at again', async () => {
  const { one, other } = await two();
  const input = await look(one, other);
  for (const stale of [{ survivorVersion: 2 }, { mergedVersion: 2 }])
    await expect(execute(house, proposeMerge, mina.actor, { ...input, ...stale })).rejects.toMatchObject({
      code: 'conflict.version',
    });
});

test('every fact in which they differ is chosen, and only from where it stands', async () => {
  const { one, other } = await two();
  const input = await look(one, other);
  const before = await proposals();
  for (const choices of [{}, { ...input.choices, sex: 'both' as const, names: undefined }])
    await expect(execute(house, proposeMerge, mina.actor, { ...input, choices })).rejects.toMatchObject({
      code: 'input.invalid',
      fields: [{ path: 'choices.names', code: 'choose-one' }],
    });
  expect(await proposals()).toBe(before);
});

test('a person who was erased is in no merge', async () => {
  const { one, other } = await two();
  const input = await look(one, other);
  await house.vault.keys.shred(other);
  await expect(execute(house, proposeMerge, mina.actor, input)).rejects.toMatchObject({
    code: 'duplicates.file-erased',
  });
});

test('a proposal changes nothing, waits for a colleague, and is made once', async () => {
  const { one, other } = await two();
  const input = await look(one, other);
  const { mergeId } = await execute(house, proposeMerge, mina.actor, input);
  await expect(execute(house, proposeMerge, mina.actor, input)).rejects.toMatchObject({
    code: 'duplicates.already-proposed',
  });
  await expect(execute(house, proposeMerge, mina.actor, await look(one, other))).rejects.toMatchObject({
    code: 'duplicates.already-proposed',
  });
  const { open } = await read(house, listProposals, centre.coordinator.actor, {});
  expect(open.find(({ id }) => id === mergeId)).toMatchObject({ mine: false, merged: { id: other } });
  const { rows } = await house.admin.query('select merged_into from serai.client where id = $1', [other]);
  expect(rows).toEqual([{ merged_into: null }]);
  const { rows: kept } = await house.admin.query(
    `select client_id, item_ids from serai.audit_event where action = 'duplicate.propose-merge' and result = 'done' and subject_id = $1`,
    [mergeId],
  );
  expect(kept).toEqual([{ client_id: one, item_ids: [other] }]);
});
