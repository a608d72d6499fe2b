import { afterAll, beforeAll, expect, test } from 'vitest';
import { publicActor, setupActor } from '#platform/actor.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import { openKeyFile } from '#platform/vault/root-key.server.ts';
import { recoverRoot } from '../recovery-key.server.ts';
import { answerSteps, openSetup } from '../setup.testing.ts';
import { makeSetupSheet } from './make-setup-sheet.server.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house?.close());

test('no sheet for the public, for a wrong code, or before the coordinator is there', async () => {
  const setupCode = await openSetup(house);
  await expect(execute(house, makeSetupSheet, publicActor, { setupCode })).rejects.toMatchObject({
    code: 'forbidden',
  });
  await expect(
    execute(house, makeSetupSheet, setupActor, { setupCode: 'y'.repeat(43) }),
  ).rejects.toMatchObject({ code: 'not-found' });
  await expect(execute(house, makeSetupSheet, setupActor, { setupCode })).rejects.toMatchObject({
    code: 'setup.step-missing',
  });
});

test('the sheet’s key opens the root key and is kept nowhere', async () => {
  const setupCode = await openSetup(house);
  await answerSteps(house, setupCode);
  const { recoveryKey } = await execute(house, makeSetupSheet, setupActor, { setupCode });
  expect(recoverRoot(house.config.dataDir, recoveryKey)).toEqual(openKeyFile(house.config.keyFile, false));
  const { rows } = await house.admin.query('select * from serai.audit_event');
  expect(JSON.stringify(rows)).not.toContain(recoveryKey);
});
