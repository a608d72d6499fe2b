import { afterAll, beforeAll, expect, test } from 'vitest';
import { execute } from '#platform/operations/execute.server.ts';
import { read } from '#platform/operations/read.server.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import { latestAudit } from '#modules/staff/latest-audit.testing.ts';
import { addTestStaff, openTestCentre, type TestCentre } from '#modules/staff/staff.testing.ts';
import { settingOf } from '../centre-settings.ts';
import { viewCentre } from '../queries/view-centre.query.server.ts';
import { setCentreSettings } from './set-centre-settings.server.ts';

let house: TestHouse;
let centre: TestCentre;
beforeAll(async () => {
  house = await openTestHouse();
  centre = await openTestCentre(house);
});
afterAll(() => house?.close());

test('a data officer may not move the thresholds of published figures', async () => {
  const { actor } = await addTestStaff(house, centre.coordinator.actor, ['data_officer']);
  const values = { 'figures.publish-small-cell': 5 };
  await expect(execute(house, setCentreSettings, actor, { values, version: 1 })).rejects.toMatchObject({
    code: 'forbidden',
  });
});

test('a value out of range and an unknown name are refused, and nothing is saved', async () => {
  const values = { 'retention.case-years': 99, 'desk.ticket-prefix': 'A', 'no.such.setting': 1 };
  await expect(
    execute(house, setCentreSettings, centre.coordinator.actor, { values, version: 1 }),
  ).rejects.toMatchObject({
    fields: [
      { path: 'settings.retention.case-years', code: 'number-range', params: { min: 1, max: 30 } },
      { path: 'settings.no.such.setting', code: 'not-in-list' },
    ],
  });
  const { settings } = await read(house, viewCentre, centre.coordinator.actor, {});
  expect(settingOf(settings, 'desk.ticket-prefix')).toBe('');
});

test('settings keep what is not named, and reach the actor at the next request', async () => {
  const { actor } = centre.coordinator;
  await execute(house, setCentreSettings, actor, { values: { 'follow-up.first-days': 21 }, version: 1 });
  await execute(house, setCentreSettings, actor, { values: { 'card.show-phone': true }, version: 2 });
  const { settings } = await read(house, viewCentre, actor, {});
  expect(settingOf(settings, 'follow-up.first-days')).toBe(21);
  expect(settingOf(settings, 'card.show-phone')).toBe(true);
  expect(settingOf(settings, 'retention.case-years')).toBe(5);
  expect(await latestAudit(house, 'centre.set-settings')).toMatchObject({ fields: ['card.show-phone'] });
  await expect(execute(house, setCentreSettings, actor, { values: {}, version: 1 })).rejects.toMatchObject({
    code: 'conflict.version',
  });
});
