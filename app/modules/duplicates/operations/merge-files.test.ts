import { afterAll, beforeAll, expect, test } from 'vitest';
import { execute } from '#platform/operations/execute.server.ts';
import { read } from '#platform/operations/read.server.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import { registerTestClient } from '#modules/clients/clients.testing.ts';
import { addTestStaff, openTestCentre, type TestCentre } from '#modules/staff/staff.testing.ts';
import { lookAtPair } from '../duplicates.testing.ts';
import { listMerged } from '../queries/list-merged.query.server.ts';
import { listProposals } from '../queries/list-proposals.query.server.ts';
import { mergeFiles } from './merge-files.server.ts';
import { reviewMerge } from './review-merge.server.ts';

let house: TestHouse;
let centre: TestCentre;
beforeAll(async () => {
  house = await openTestHouse();
  centre = await openTestCentre(house);
});
afterAll(() => house?.close());

async function look() {
  const { actor } = centre.coordinator;
  const one = await registerTestClient(house, actor);
  const other = await registerTestClient(house, actor, { names: [{ given: 'Gul' }] });
  return lookAtPair(house, actor, one.clientId, other.clientId);
}

test('somebody who is alone merges at once, it stands open to be looked at, and not by the same person', async () => {
  const { actor } = centre.coordinator;
  const input = await look();
  const { mergeId } = await execute(house, mergeFiles, actor, input, { idempotencyKey: 'merged-once' });
  expect(await execute(house, mergeFiles, actor, input, { idempotencyKey: 'merged-once' })).toMatchObject({
    mergeId,
  });
  await expect(execute(house, reviewMerge, actor, { mergeId })).rejects.toMatchObject({
    code: 'duplicates.second-person',
  });
  const { toReview } = await read(house, listProposals, actor, {});
  expect(toReview).toMatchObject([{ id: mergeId, mine: true }]);
});

test('where a colleague can confirm it is proposed instead, and the colleague looks at what was done alone', async () => {
  const mina = await addTestStaff(house, centre.coordinator.actor, ['counsellor'], centre.siteIds[0]);
  const desk = await addTestStaff(house, centre.coordinator.actor, ['receptionist']);
  const input = await look();
  await expect(execute(house, mergeFiles, desk.actor, input)).rejects.toMatchObject({ code: 'forbidden' });
  await expect(execute(house, mergeFiles, centre.coordinator.actor, input)).rejects.toMatchObject({
    code: 'duplicates.needs-second',
  });
  const { merges } = await read(house, listMerged, mina.actor, {});
  expect(merges).toMatchObject([{ alone: true, awaitsReview: true, standing: 'merged' }]);
  const mergeId = merges[0]?.id ?? '';
  await expect(execute(house, reviewMerge, desk.actor, { mergeId })).rejects.toMatchObject({
    code: 'forbidden',
  });
  await execute(house, reviewMerge, mina.actor, { mergeId });
  await expect(execute(house, reviewMerge, mina.actor, { mergeId })).rejects.toMatchObject({
    code: 'duplicates.not-open',
  });
  expect((await read(house, listProposals, mina.actor, {})).toReview).toEqual([]);
});

test('a centre that decided so merges without a second person', async () => {
  await house.admin.query(
    `update serai.centre set settings = settings || '{"duplicates.second-person": false}'::jsonb where id = $1`,
    [centre.centreId],
  );
  const actor = {
    ...centre.coordinator.actor,
    centre: { ...centre.coordinator.actor.centre, settings: { 'duplicates.second-person': false } },
  };
  const { mergeId } = await execute(house, mergeFiles, actor, await look());
  const { merges } = await read(house, listMerged, actor, {});
  expect(merges.find(({ id }) => id === mergeId)).toMatchObject({ alone: false, awaitsReview: false });
});
