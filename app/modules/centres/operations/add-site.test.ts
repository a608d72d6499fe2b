import { afterAll, beforeAll, expect, test } from 'vitest';
import { publicActor } from '#platform/actor.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { read } from '#platform/operations/read.server.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import { latestAudit } from '#modules/staff/latest-audit.testing.ts';
import { addTestStaff, openTestCentre, type TestCentre } from '#modules/staff/staff.testing.ts';
import { publicCentre } from '../queries/public-centre.query.server.ts';
import { addSite } from './add-site.server.ts';

let house: TestHouse;
let centre: TestCentre;
beforeAll(async () => {
  house = await openTestHouse();
  centre = await openTestCentre(house);
});
afterAll(() => house?.close());

const site = {
  name: { en: 'Harbour desk' },
  type: 'desk_in_other_office',
  address: { en: 'Pier 3' },
  phone: '+92 21 555 0101',
  hours: [
    { day: 0, from: '13:00', to: '16:00' },
    { day: 0, from: '09:00', to: '12:00' },
  ],
};

test('a volunteer may not add a site', async () => {
  const { actor } = await addTestStaff(house, centre.coordinator.actor, ['volunteer']);
  await expect(execute(house, addSite, actor, site)).rejects.toMatchObject({ code: 'forbidden' });
});

test('hours that overlap or run backwards are refused at their row', async () => {
  const backwards = { ...site, hours: [{ day: 1, from: '17:00', to: '09:00' }] };
  await expect(execute(house, addSite, centre.coordinator.actor, backwards)).rejects.toMatchObject({
    fields: [{ path: 'hours.0.to', code: 'time-order' }],
  });
  const overlapping = {
    ...site,
    hours: [
      { day: 1, from: '09:00', to: '13:00' },
      { day: 1, from: '12:00', to: '15:00' },
    ],
  };
  await expect(execute(house, addSite, centre.coordinator.actor, overlapping)).rejects.toMatchObject({
    fields: [{ path: 'hours.1.to', code: 'times-overlap' }],
  });
});

test('a new site is on the public page, and a hidden one never', async () => {
  const { siteId } = await execute(house, addSite, centre.coordinator.actor, site);
  await execute(house, addSite, centre.coordinator.actor, {
    ...site,
    name: { en: 'Safe house' },
    type: 'shelter',
    addressHidden: true,
  });
  const shown = await read(house, publicCentre, publicActor, { language: 'en' });
  expect(shown.sites.map(({ name }) => name)).toEqual(['Main office', 'Station desk', 'Harbour desk']);
  expect(shown.sites[2]).toMatchObject({
    address: 'Pier 3',
    phones: [{ number: '+92 21 555 0101' }],
    hours: [
      { day: 7, from: '09:00', to: '12:00' },
      { day: 7, from: '13:00', to: '16:00' },
    ],
  });
  expect(JSON.stringify(shown)).not.toContain('Safe house');
  const asStaff = await read(house, publicCentre, centre.coordinator.actor, { language: 'en' });
  expect(JSON.stringify(asStaff)).not.toContain('Safe house');
  expect(await latestAudit(house, 'site.add')).toMatchObject({ result: 'done' });
  expect(siteId).toMatch(/^[0-9a-f-]{36}$/);
});
