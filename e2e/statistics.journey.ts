import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { registerTestClient } from '../app/modules/clients/clients.testing.ts';
import { recordTestContact } from '../app/modules/contacts/contacts.testing.ts';
import { dayOfLastMonth } from '../app/modules/releases/releases.testing.ts';
import { nextCode } from './support/next-code.ts';
import { type Journey, openJourney } from './support/open-journey.ts';

let journey: Journey;
beforeAll(async () => {
  journey = await openJourney();
  const { house, centre } = journey;
  const { actor } = centre.coordinator;
  const day = dayOfLastMonth(house, actor);
  for (let at = 0; at < 12; at += 1) await recordTestContact(house, actor, { occurredOn: day });
  for (let at = 0; at < 7; at += 1) {
    const { clientId } = await registerTestClient(house, actor, { sex: at < 6 ? 'female' : 'male' });
    await recordTestContact(house, actor, {
      clientIds: [clientId],
      occurredOn: day,
      channel: 'hotline_inbound',
    });
  }
});
afterAll(() => journey?.close());

test('the month on a desktop: each number opens to its words and to its records', async () => {
  const counsellor = await journey.join('coordinator');
  const { page, go, look } = await journey.visit(counsellor);
  const day = dayOfLastMonth(journey.house, journey.centre.coordinator.actor);
  await go(`/staff/statistics?kind=month&day=${day}`);
  await page.getByRole('heading', { name: 'Statistics', level: 1 }).waitFor();
  await look('statistics');
  const records = page.getByRole('link', { name: 'Open the records behind this number' }).first();
  await ((await records.count())
    ? records
    : page.locator('main a[href*="/staff/contacts?"]').first()
  ).click();
  await page.waitForURL(/\/staff\/contacts\?/);
  expect(await page.getByRole('row').count()).toBeGreaterThan(1);
  await look('statistics-records');
  await go('/staff/statistics/definitions');
  await look('statistics-definitions');
});

test('on a phone in Dari the month is a Solar Hijri month', async () => {
  const coordinator = await journey.join('coordinator');
  const { page, context, go, look } = await journey.visit(coordinator, {
    locale: 'fa-AF',
    viewport: { width: 390, height: 844 },
  });
  await context.addCookies([{ name: 'serai-language', value: 'fa-AF', url: journey.url }]);
  const day = dayOfLastMonth(journey.house, journey.centre.coordinator.actor);
  await go(`/staff/statistics?kind=month&calendar=persian&day=${day}`);
  expect(await page.locator('html').getAttribute('dir')).toBe('rtl');
  expect(await page.getByRole('main').innerText()).toMatch(/[۰-۹]/);
  await look('statistics-dari-phone');
});

test('numbers are looked at, let go with a fresh code, and are the same at every download', async () => {
  const coordinator = await journey.join('coordinator');
  const { page, go, look } = await journey.visit(coordinator);
  await go('/staff/statistics/releases');
  await page.getByRole('link', { name: 'Release numbers' }).first().click();
  await page.getByRole('button', { name: 'Show what would leave' }).click();
  await page.getByRole('heading', { name: 'What would leave' }).waitFor();
  await look('release-preview');
  await page.getByLabel('Who gets them').last().fill('Labour office');
  await page.getByLabel('What for').fill('Quarterly meeting');
  const code = page.locator('input[name=code]');
  if ((await code.count()) > 0) await code.fill(nextCode(journey.house, coordinator.seed));
  await page.getByRole('button', { name: 'Release these numbers' }).click();
  await page.getByText('The numbers are released').waitFor();
  await look('release-done');
  const download = async (kind: string) => {
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('main').getByRole('link', { name: kind, exact: true }).first().click(),
    ]);
    return readFileSync(await file.path());
  };
  for (const kind of ['PDF', 'Excel', 'CSV']) {
    const once = await download(kind);
    expect(once.length).toBeGreaterThan(200);
    expect((await download(kind)).equals(once)).toBe(true);
  }
});
