import { afterAll, beforeAll, expect, test } from 'vitest';
import { registerTestClient } from '#modules/clients/clients.testing.ts';
import { lookAtPair, mergeTestFiles } from '#modules/duplicates/duplicates.testing.ts';
import { confirmMerge } from '#modules/duplicates/operations/confirm-merge.server.ts';
import { proposeMerge } from '#modules/duplicates/operations/propose-merge.server.ts';
import { undoMerge } from '#modules/duplicates/operations/undo-merge.server.ts';
import {
  addTestStaff,
  openTestCentre,
  type TestCentre,
  type TestStaff,
} from '#modules/staff/staff.testing.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import { openSecondCentre } from '../../../checks/second-centre.testing.ts';
import { registerMovingPerson, sendTestTransfer } from './transfers.testing.ts';
import { sealOverride, unsealOverride } from './transfer-packet.server.ts';

let house: TestHouse;
let centre: TestCentre;
let other: TestCentre;
let mina: TestStaff;
beforeAll(async () => {
  house = await openTestHouse();
  centre = await openTestCentre(house);
  other = await openSecondCentre(house);
  mina = await addTestStaff(house, centre.coordinator.actor, ['counsellor'], centre.siteIds[0]);
});
afterAll(() => house?.close());

const away = () => registerMovingPerson(house, mina.actor);
const here = async () => (await registerTestClient(house, mina.actor)).clientId;

test('a file on its way to another centre is not merged, on either side', async () => {
  const [moving, staying] = [await away(), await here()];
  const transferId = await sendTestTransfer(house, centre.coordinator.actor, moving, other.centreId);
  expect(transferId).toBeTruthy();
  const input = await lookAtPair(house, mina.actor, staying, moving);
  const { mergeId } = await execute(house, proposeMerge, mina.actor, input);
  const { survivorVersion, mergedVersion } = input;
  await expect(
    execute(house, confirmMerge, centre.coordinator.actor, { mergeId, survivorVersion, mergedVersion }),
  ).rejects.toMatchObject({ code: 'duplicates.transfer-open' });
});

test('a transfer that is over goes along and comes back, readable under the key of each', async () => {
  const [moving, staying] = [await away(), await here()];
  const transferId = await sendTestTransfer(house, centre.coordinator.actor, moving, other.centreId);
  // Over, with a reason that was given for it, as far as the rows go.
  const sealed = await sealOverride(house, moving, transferId, 'a reason');
  await house.admin.query(
    'update serai.transfer_origin set open = false, sealed_override = $2 where transfer_id = $1',
    [transferId, sealed],
  );
  const told = async () => {
    const { rows } = await house.admin.query(
      'select client_id, sealed_override from serai.transfer_origin where transfer_id = $1',
      [transferId],
    );
    const { client_id: holder, sealed_override: words } = rows[0];
    return [holder, await unsealOverride(house, holder, transferId, words)];
  };
  const mergeId = await mergeTestFiles(house, [mina.actor, centre.coordinator.actor], staying, moving);
  expect(await told()).toEqual([staying, 'a reason']);
  await execute(house, undoMerge, mina.actor, { mergeId });
  expect(await told()).toEqual([moving, 'a reason']);
});
