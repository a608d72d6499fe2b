import { afterAll, beforeAll, expect, test } from 'vitest';
import { publicActor } from '#platform/actor.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import { latestAudit } from '../latest-audit.testing.ts';
import { codeAt } from '../one-time-code.server.ts';
import { stepUp } from '../screen.server.ts';
import { resolveActor } from '../session.server.ts';
import { openTestCentre, signIn, type TestCentre } from '../staff.testing.ts';
import { requireStepUp } from '../step-up.ts';
import { stepUpSession } from './step-up-session.server.ts';

let house: TestHouse;
let centre: TestCentre;
beforeAll(async () => {
  house = await openTestHouse();
  centre = await openTestCentre(house);
});
afterAll(() => house?.close());

const code = () => codeAt(centre.coordinator.seed, house.clock.now());

test('the public cannot step up', async () => {
  await expect(execute(house, stepUpSession, publicActor, { code: '123456' })).rejects.toMatchObject({
    code: 'forbidden',
  });
});

test('the code of the sign-in does not count a second time', async () => {
  const actor = await signIn(house, centre.coordinator);
  await expect(stepUp(house, actor, code())).rejects.toMatchObject({
    fields: [{ path: 'code', code: 'wrong-code' }],
  });
});

test('a fresh code counts for ten minutes, in later requests too', async () => {
  const actor = await signIn(house, centre.coordinator);
  house.clock.advance(15 * 60_000);
  expect(() => requireStepUp(actor, house.clock.now())).toThrow('step-up.required');
  const steppedUp = await stepUp(house, actor, code());
  const now = house.clock.now();
  expect(() => requireStepUp(steppedUp, now)).not.toThrow();
  expect(await resolveActor(house, actor.sessionToken)).toMatchObject({ steppedUpAt: now });
  expect(await latestAudit(house, 'session.step-up')).toMatchObject({ subject_id: actor.staffId });
});

test('five wrong codes close the door for a quarter of an hour', async () => {
  const actor = await signIn(house, centre.coordinator);
  house.clock.advance(31_000);
  for (let attempt = 0; attempt < 5; attempt += 1)
    await expect(stepUp(house, actor, '000000')).rejects.toMatchObject({ code: 'input.invalid' });
  await expect(stepUp(house, actor, code())).rejects.toMatchObject({ code: 'too-many-requests' });
  house.clock.advance(15 * 60_000 + 1);
  await expect(stepUp(house, actor, code())).resolves.toMatchObject({ kind: 'staff' });
});
