import { afterEach, beforeEach, expect, test } from 'vitest';
import { publicActor, setupActor } from '#platform/actor.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { read } from '#platform/operations/read.server.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import { switchesFrom } from '#modules/centres/centre-switches.ts';
import { listSwitches } from '#modules/centres/queries/list-switches.query.server.ts';
import { viewCentre } from '#modules/centres/queries/view-centre.query.server.ts';
import { latestAudit } from '#modules/staff/latest-audit.testing.ts';
import { signIn } from '#modules/staff/staff.testing.ts';
import { viewRecovery } from '../queries/view-recovery.query.server.ts';
import { groupsToProve } from '../recovery-key.server.ts';
import { createSetupCode } from '../setup-code.server.ts';
import { answerSteps, draftOf, makeSheet, openSetup, passphrase, saveStep } from '../setup.testing.ts';
import { completeSetup } from './complete-setup.server.ts';
import { finishSetup } from './finish-setup.server.ts';

let house: TestHouse;
let setupCode: string;
beforeEach(async () => {
  house = await openTestHouse();
  setupCode = await openSetup(house);
});
afterEach(() => house?.close());

function proof(groups: string[]) {
  const [first, second] = groupsToProve(house.id);
  return { setupCode, first: groups[first], second: groups[second] };
}
const finish = (input: object) => execute(house, finishSetup, setupActor, input);

test('the public may not, and nothing opens before every step and the sheet are there', async () => {
  await expect(
    execute(house, finishSetup, publicActor, { setupCode, first: 'A', second: 'B' }),
  ).rejects.toMatchObject({ code: 'forbidden' });
  await expect(finish({ setupCode, first: 'AAAA', second: 'BBBB' })).rejects.toMatchObject({
    code: 'setup.step-missing',
    status: 409,
  });
  await answerSteps(house, setupCode);
  await expect(finish({ setupCode, first: 'AAAA', second: 'BBBB' })).rejects.toMatchObject({
    code: 'recovery.no-sheet',
  });
});

test('a group that is not on the sheet is named, and the house stays empty', async () => {
  await answerSteps(house, setupCode);
  const right = proof(await makeSheet(house, setupCode));
  await expect(finish({ ...right, second: 'ZZZZ' })).rejects.toMatchObject({
    fields: [{ path: 'second', code: 'wrong-group' }],
  });
  expect((await house.admin.query('select 1 from serai.centre')).rowCount).toBe(0);
  const older = right;
  await makeSheet(house, setupCode);
  await expect(finish(older)).rejects.toMatchObject({ code: 'input.invalid' });
});

test('changing the coordinator asks for a new sheet, because the old one may be in other hands', async () => {
  await answerSteps(house, setupCode);
  const right = proof(await makeSheet(house, setupCode));
  house.clock.advance(31_000);
  await answerSteps(house, setupCode);
  await expect(finish(right)).rejects.toMatchObject({ code: 'recovery.no-sheet' });
});

test('the centre opens with what was answered, its coordinator signs in, and the set-up is over for good', async () => {
  const { seed } = await answerSteps(house, setupCode);
  const opened = await finish(proof(await makeSheet(house, setupCode)));
  const actor = await signIn(house, { email: 'rima@centre.example', passphrase, seed });
  expect(actor).toMatchObject({
    staffId: opened.staffId,
    roles: ['coordinator'],
    displayName: 'Rima Coordinator',
    language: 'ar',
  });
  expect(await read(house, viewCentre, actor, {})).toMatchObject({
    name: { ar: 'مركز بوابة الأرز' },
    country: 'LB',
    defaultLanguage: 'ar',
    services: ['legal_advice'],
    sites: [{ name: { en: 'Main office' }, hours: [{ day: 1, from: '09:00', to: '17:00' }] }],
  });
  const switches = switchesFrom(await read(house, listSwitches, actor, {}));
  expect(switches.isOn('topic', 'voting_abroad')).toBe(false);
  expect(switches.isRequired('client-field', 'origin')).toBe(true);
  expect((await read(house, viewRecovery, actor, {})).confirmedAt).toBeInstanceOf(Date);
  expect(await latestAudit(house, 'setup.finish')).toMatchObject({ subject_id: opened.centreId });
  expect(await draftOf(house)).toEqual({});
  expect(await createSetupCode(house)).toBeUndefined();
  await expect(saveStep(house, setupCode, 'language', { language: 'en' })).rejects.toMatchObject({
    code: 'not-found',
  });
  await expect(finish({ setupCode, first: 'AAAA', second: 'BBBB' })).rejects.toMatchObject({
    code: 'not-found',
  });
  await expect(execute(house, completeSetup, setupActor, {})).rejects.toMatchObject({
    code: 'input.invalid',
  });
});
