import { afterAll, beforeAll, expect, test } from 'vitest';
import { publicActor } from '#platform/actor.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import { latestAudit } from '../latest-audit.testing.ts';
import { codeAt, newSeed } from '../one-time-code.server.ts';
import { addTestStaff, openTestCentre, type TestCentre } from '../staff.testing.ts';
import { acceptInvitation } from './accept-invitation.server.ts';
import { beginSession } from './begin-session.server.ts';
import { disableStaff } from './disable-staff.server.ts';
import { enableStaff } from './enable-staff.server.ts';

let house: TestHouse;
let centre: TestCentre;
beforeAll(async () => {
  house = await openTestHouse();
  centre = await openTestCentre(house);
});
afterAll(() => house?.close());

test('a counsellor may not let anybody back in, and an active colleague is in already', async () => {
  const { actor } = await addTestStaff(house, centre.coordinator.actor, ['counsellor']);
  await expect(execute(house, enableStaff, actor, { staffId: actor.staffId })).rejects.toMatchObject({
    code: 'forbidden',
  });
  await expect(
    execute(house, enableStaff, centre.coordinator.actor, { staffId: actor.staffId }),
  ).rejects.toMatchObject({ code: 'staff.not-disabled' });
});

test('somebody who comes back sets up new secrets; the old ones open nothing', async () => {
  const colleague = await addTestStaff(house, centre.coordinator.actor, ['counsellor']);
  const { staffId } = colleague.actor;
  await execute(house, disableStaff, centre.coordinator.actor, {
    staffId,
    handOverTo: centre.coordinator.actor.staffId,
  });
  const { token } = await execute(house, enableStaff, centre.coordinator.actor, { staffId });
  expect(await latestAudit(house, 'staff.enable')).toMatchObject({ subject_id: staffId });
  house.clock.advance(60_000);
  const { email, passphrase } = colleague;
  const old = codeAt(colleague.seed, house.clock.now());
  await expect(
    execute(house, beginSession, publicActor, { email, passphrase, code: old }),
  ).rejects.toMatchObject({ code: 'session.refused' });
  const seed = newSeed();
  const accepted = {
    token,
    passphrase: 'another quiet lantern',
    seed,
    code: codeAt(seed, house.clock.now()),
  };
  await expect(execute(house, acceptInvitation, publicActor, accepted)).resolves.toMatchObject({ staffId });
});
