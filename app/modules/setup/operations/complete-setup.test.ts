import { afterAll, beforeAll, expect, test } from 'vitest';
import { publicActor, setupActor } from '#platform/actor.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import { latestAudit } from '#modules/staff/latest-audit.testing.ts';
import { codeAt, newSeed } from '#modules/staff/one-time-code.server.ts';
import { centreAnswer, languagesAnswer, passphrase, siteAnswer } from '../setup.testing.ts';
import { completeSetup } from './complete-setup.server.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house?.close());

function plan(given: Record<string, unknown> = {}) {
  const seed = newSeed();
  return {
    centre: { ...centreAnswer, ...languagesAnswer },
    sites: [siteAnswer],
    switchedOff: [{ list: 'topic', code: 'event' }],
    coordinator: {
      name: 'Rima',
      email: 'rima@centre.example',
      language: 'ar',
      passphrase,
      seed,
      code: codeAt(seed, house.clock.now()),
    },
    ...given,
  };
}

test('the public cannot, and a plan without sites or with a wrong code opens nothing', async () => {
  await expect(execute(house, completeSetup, publicActor, plan())).rejects.toMatchObject({
    code: 'forbidden',
  });
  await expect(execute(house, completeSetup, setupActor, plan({ sites: [] }))).rejects.toMatchObject({
    fields: [{ path: 'sites' }],
  });
  const wrongCode = { ...plan().coordinator, code: '000000' };
  await expect(
    execute(house, completeSetup, setupActor, plan({ coordinator: wrongCode })),
  ).rejects.toMatchObject({ fields: [{ path: 'coordinator.code', code: 'wrong-code' }] });
  expect((await house.admin.query('select 1 from serai.centre')).rowCount).toBe(0);
});

test('a centre opens once', async () => {
  const { centreId } = await execute(house, completeSetup, setupActor, plan());
  expect(await latestAudit(house, 'setup.complete')).toMatchObject({ subject_id: centreId });
  await expect(execute(house, completeSetup, setupActor, plan())).rejects.toMatchObject({
    code: 'not-found',
    status: 404,
  });
});
