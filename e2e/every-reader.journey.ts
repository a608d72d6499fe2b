import { afterAll, beforeAll, expect, test } from 'vitest';
import { registerTestClient } from '../app/modules/clients/clients.testing.ts';
import type { TestStaff } from '../app/modules/staff/staff.testing.ts';
import { type Journey, openJourney } from './support/open-journey.ts';

let journey: Journey;
let counsellor: TestStaff;
beforeAll(async () => {
  journey = await openJourney();
  counsellor = await journey.join('counsellor');
});
afterAll(() => journey?.close());

test('without script a person is registered and a contact recorded', async () => {
  const { page, go } = await journey.visit(counsellor, { javaScriptEnabled: false });
  await go('/staff/people/new');
  await page.getByLabel('Given name', { exact: true }).fill('Samira');
  await page.getByText('Female', { exact: true }).click();
  await page.getByLabel('Preferred language').selectOption('prs');
  await page.getByText('Thinking about migration').click();
  await page.getByText('I explained all of this').click();
  for (const purpose of [
    'Serve me and keep a record',
    'Call me',
    'Send me messages',
    'Share with another service',
    'Ask me again',
  ]) {
    await page.getByRole('group', { name: purpose }).getByText('Yes', { exact: true }).click();
  }
  await page
    .getByRole('group', { name: 'How did they agree?' })
    .getByText('Thumbprint', { exact: true })
    .click();
  await page.getByRole('button', { name: 'Open the file' }).click();
  await page.getByRole('heading', { name: 'Samira' }).waitFor();

  await page.getByRole('link', { name: 'Record a contact' }).first().click();
  await page.getByRole('checkbox', { name: 'Visa procedure' }).check();
  await page.getByLabel('Result').selectOption({ label: 'Information given' });
  await page.getByRole('checkbox', { name: /^Options explained/ }).check();
  await page.getByRole('button', { name: 'Record contact' }).click();
  await page.waitForURL(/\/staff\/contacts\/[\da-f-]{36}/);
  const { rows } = await journey.house.admin.query(
    'select count(*)::int as n from serai.contact where client_id is not null',
  );
  expect(rows).toEqual([{ n: 1 }]);
});

test('in Arabic the workspace runs from right to left, in its own words', async () => {
  const { page, go, look, context } = await journey.visit(counsellor, { locale: 'ar' });
  await context.addCookies([{ name: 'serai-language', value: 'ar', url: journey.url }]);
  for (const [path, name] of [
    ['/staff', 'desk'],
    ['/staff/people', 'people'],
    ['/staff/people/new', 'register'],
    ['/staff/contacts/new', 'contact'],
  ] as const) {
    await go(path);
    expect(await page.locator('html').getAttribute('dir')).toBe('rtl');
    expect(await page.locator('main h1').innerText()).toMatch(/[\u0600-\u06ff]/);
    await look(`arabic-${name}`);
  }
});

test('on a phone nothing has to be moved sideways', async () => {
  const { clientId } = await registerTestClient(journey.house, counsellor.actor, {
    names: [{ given: 'عبدالرحمن', family: 'محمدی' }],
  });
  const { page, go, look } = await journey.visit(counsellor, {
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  for (const [path, name] of [
    ['/staff', 'desk'],
    ['/staff/people', 'people'],
    ['/staff/people/new', 'register'],
    [`/staff/people/${clientId}`, 'person'],
    [`/staff/contacts/new?client=${clientId}`, 'contact'],
    ['/staff/follow-ups', 'follow-ups'],
  ] as const) {
    await go(path);
    await page.locator('main h1').waitFor();
    const [wide, seen] = await page.evaluate(() => [
      document.documentElement.scrollWidth,
      document.documentElement.clientWidth,
    ]);
    expect([path, (wide ?? 0) <= (seen ?? 0) + 1]).toEqual([path, true]);
    await look(`phone-${name}`);
  }
});

test('whoever has to leave the public page quickly leaves nothing to be seen', async () => {
  const { page, go, look } = await journey.visit();
  await go('/');
  await look('public-home');
  await page.getByRole('link', { name: 'Leave this page' }).first().click();
  await page.waitForURL(/\/leave/);
  expect(await page.locator('body').innerText()).not.toMatch(/migra|caravanserai/i);
  await page.goBack().catch(() => undefined);
  await go('/');
  expect(await page.locator('body').innerText()).not.toMatch(/migra|caravanserai/i);
  await look('left');
});
