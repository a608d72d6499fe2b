import { setupActor } from '#platform/actor.ts';
import { execute } from '#platform/operations/execute.server.ts';
import type { TestHouse } from '#platform/testing/test-house.server.ts';
import { codeAt } from '#modules/staff/one-time-code.server.ts';
import { makeSetupSheet } from './operations/make-setup-sheet.server.ts';
import { saveSetupStep } from './operations/save-setup-step.server.ts';
import { createSetupCode } from './setup-code.server.ts';
import { loadSetupDraft } from './setup-draft.server.ts';

export const siteAnswer = {
  name: { en: 'Main office' },
  type: 'main',
  hours: [{ day: 1, from: '09:00', to: '17:00' }],
  languages: ['ar', 'en'],
};
export const centreAnswer = {
  name: { en: 'Cedar Gate Centre', ar: 'مركز بوابة الأرز' },
  kind: 'mrc',
  context: 'destination',
  country: 'LB',
  timeZone: 'Asia/Beirut',
};
export const languagesAnswer = {
  defaultLanguage: 'ar',
  languages: ['ar', 'en'],
  clientLanguages: ['ar', 'am'],
  services: ['legal_advice'],
};
export const passphrase = 'seven quiet lanterns by the gate';

export async function openSetup(house: TestHouse): Promise<string> {
  const code = await createSetupCode(house);
  if (!code) throw new Error('the house is set up already');
  return code;
}

export const saveStep = (house: TestHouse, setupCode: string, step: string, answer: object) =>
  execute(house, saveSetupStep, setupActor, { setupCode, step, ...answer });

export const draftOf = (house: TestHouse) => loadSetupDraft(house, house.databases.auth);

/** Answers every step up to the recovery sheet. Returns the coordinator's seed. */
export async function answerSteps(house: TestHouse, setupCode: string): Promise<{ seed: string }> {
  await saveStep(house, setupCode, 'language', { language: 'ar' });
  await saveStep(house, setupCode, 'centre', centreAnswer);
  await saveStep(house, setupCode, 'sites', siteAnswer);
  await saveStep(house, setupCode, 'languages', languagesAnswer);
  await saveStep(house, setupCode, 'use', {
    lists: [
      { list: 'topic', off: ['voting_abroad'] },
      { list: 'client-field', off: [], required: ['origin'] },
    ],
  });
  const { seed = '' } = await draftOf(house);
  await saveStep(house, setupCode, 'coordinator', {
    name: 'Rima Coordinator',
    email: 'rima@centre.example',
    passphrase,
    code: codeAt(seed, house.clock.now()),
  });
  await saveStep(house, setupCode, 'opening', { mode: 'automatic' });
  return { seed };
}

export async function makeSheet(house: TestHouse, setupCode: string): Promise<string[]> {
  const { recoveryKey } = await execute(house, makeSetupSheet, setupActor, { setupCode });
  return recoveryKey.split('-');
}
