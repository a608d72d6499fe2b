import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { publicActor, setupActor } from '#platform/actor.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import { createSetupCode } from '../setup-code.server.ts';
import {
  answerSteps,
  centreAnswer,
  draftOf,
  languagesAnswer,
  openSetup,
  passphrase,
  saveStep,
  siteAnswer,
} from '../setup.testing.ts';
import { saveSetupStep } from './save-setup-step.server.ts';

let house: TestHouse;
let code: string;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house?.close());
beforeEach(async () => {
  code = await openSetup(house);
});

test('the public may not, and a wrong, old or replaced code looks like not found', async () => {
  const answer = { setupCode: code, step: 'language', language: 'ar' };
  await expect(execute(house, saveSetupStep, publicActor, answer)).rejects.toMatchObject({
    code: 'forbidden',
  });
  await expect(
    execute(house, saveSetupStep, setupActor, { ...answer, setupCode: 'x'.repeat(43) }),
  ).rejects.toMatchObject({ code: 'not-found', status: 404 });
  await createSetupCode(house);
  await expect(execute(house, saveSetupStep, setupActor, answer)).rejects.toMatchObject({
    code: 'not-found',
  });
  const fresh = await openSetup(house);
  house.clock.advance(30 * 60_000 + 1);
  await expect(saveStep(house, fresh, 'language', { language: 'ar' })).rejects.toMatchObject({
    code: 'not-found',
  });
});

test('every saved step gives another half hour', async () => {
  for (let step = 0; step < 3; step += 1) {
    house.clock.advance(29 * 60_000);
    await expect(saveStep(house, code, 'language', { language: 'ar' })).resolves.toBeDefined();
  }
});

test('wrong answers are named and nothing of the step is kept', async () => {
  await saveStep(house, code, 'language', { language: 'en' });
  await expect(saveStep(house, code, 'language', { language: 'bn' })).rejects.toMatchObject({
    fields: [{ path: 'language', code: 'choose-one' }],
  });
  await expect(saveStep(house, code, 'centre', { ...centreAnswer, name: {} })).rejects.toMatchObject({
    fields: [{ path: 'name', code: 'required' }],
  });
  await expect(
    saveStep(house, code, 'languages', { ...languagesAnswer, defaultLanguage: 'bn' }),
  ).rejects.toMatchObject({ fields: [{ path: 'defaultLanguage', code: 'default-not-offered' }] });
  await expect(
    saveStep(house, code, 'use', { lists: [{ list: 'stage', off: ['unknown'] }] }),
  ).rejects.toMatchObject({ fields: [{ path: 'lists.0', code: 'always-on' }] });
  await expect(saveStep(house, code, 'no-such-step', {})).rejects.toMatchObject({ code: 'input.invalid' });
  expect(await draftOf(house)).toEqual({ language: 'en' });
});

test('sites are added, changed at their place and removed', async () => {
  await saveStep(house, code, 'sites', siteAnswer);
  await saveStep(house, code, 'sites', { ...siteAnswer, name: { en: 'Station desk' } });
  await saveStep(house, code, 'sites', { ...siteAnswer, name: { en: 'Head office' }, at: '0' });
  expect((await draftOf(house)).sites?.map(({ name }) => name['en'])).toEqual([
    'Head office',
    'Station desk',
  ]);
  await saveStep(house, code, 'remove-site', { at: 1 });
  expect((await draftOf(house)).sites).toHaveLength(1);
});

test('the coordinator proves the second factor, and the passphrase is kept only as its hash', async () => {
  const wrong = { name: 'Rima', email: 'rima@centre.example', passphrase, code: '000000' };
  await saveStep(house, code, 'use', { lists: [] });
  await expect(saveStep(house, code, 'coordinator', wrong)).rejects.toMatchObject({
    fields: [{ path: 'code', code: 'wrong-code' }],
  });
  await answerSteps(house, code);
  const { coordinator } = await draftOf(house);
  expect(coordinator).toMatchObject({ name: 'Rima Coordinator', language: 'ar' });
  expect(JSON.stringify(coordinator)).not.toContain(passphrase);
});

test('what was typed lies sealed in the database', async () => {
  await answerSteps(house, code);
  const { rows } = await house.admin.query<{ sealed: Buffer }>('select sealed from serai.setup_draft');
  for (const encoding of ['latin1', 'utf8', 'utf16le'] as const) {
    for (const secret of ['Rima', 'rima@centre', 'Cedar'])
      expect(rows[0]?.sealed.toString(encoding)).not.toContain(secret);
  }
});
