import { existsSync } from 'node:fs';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterEach, expect, test } from 'vitest';
import { passphrase } from '../app/modules/setup/setup.testing.ts';
import { createSetupCode } from '../app/modules/setup/setup-code.server.ts';
import { nextCode } from './support/next-code.ts';
import { openHouseInBrowser, type Visit } from './support/open-journey.ts';
import { readSheet } from './support/read-sheet.ts';

type EmptyHouse = Awaited<ReturnType<typeof openHouseInBrowser>>;

let opened: EmptyHouse | undefined;
afterEach(async () => {
  await opened?.close();
  opened = undefined;
});

interface SetUp extends Visit {
  empty: EmptyHouse;
  code: string;
  /** Waits for a step's own address. */
  reach(step: string): Promise<void>;
  /** Sends the step on screen with its main button. */
  goOn(): Promise<void>;
}

async function beginSetUp(options?: BrowserContextOptions): Promise<SetUp> {
  const empty = (opened = await openHouseInBrowser());
  const code = await createSetupCode(empty.house);
  if (!code) throw new Error('the house is set up already');
  const visit = await empty.visit(undefined, options);
  return {
    ...visit,
    empty,
    code,
    reach: (step) => visit.page.waitForURL(new RegExp(`/setup/[^/]+/${step}(\\?|$)`)),
    goOn: () => visit.page.locator('button[name=then][value=next]').click(),
  };
}

/** By the names that forms send: the same in every language of the pages. */
const field = (page: Page, name: string) => page.locator(`[name="${name}"]`);
const choose = (page: Page, name: string, value: string) =>
  page
    .locator('label')
    .filter({ has: page.locator(`[name="${name}"][value="${value}"]`) })
    .click();

/** The key as one types it into an app that has no camera. */
async function readSeed(page: Page): Promise<string> {
  return (await page.getByText(/^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/).innerText()).replaceAll(' ', '');
}

async function printSheet({ page, empty }: SetUp): Promise<(number: number) => string> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.locator('form[action$="/recovery-sheet.pdf"] button').click(),
  ]);
  expect(download.suggestedFilename()).toBe('recovery-sheet.pdf');
  const groups = await readSheet(empty.house, download);
  return (number) => groups[number - 1] ?? '';
}

async function typeGroups({ page }: SetUp, groupAt: (number: number) => string): Promise<void> {
  for (const name of ['first', 'second']) {
    const label = page.locator('label').filter({ visible: true, hasText: /\d/ });
    const id = await field(page, name).getAttribute('id');
    const words = await label.and(page.locator(`[for="${id}"]`)).innerText();
    await field(page, name).fill(groupAt(Number(/\d+/.exec(words)?.[0])));
  }
}

test('an empty house becomes a centre, step by step, and its coordinator signs in', async () => {
  const setUp = await beginSetUp();
  const { page, go, look, reach, goOn, empty, code } = setUp;
  await go('/staff');
  await page.getByText('This centre is not set up yet').waitFor();
  await look('set-up-0-empty-house');
  // Nobody skips ahead.
  await go(`/setup/${code}/recovery`);
  await reach('language');

  await choose(page, 'language', 'en');
  await look('set-up-1-language');
  await goOn();

  await reach('centre');
  await page.getByLabel('Name of the centre', { exact: true }).fill('Cedar Gate Centre');
  await page.getByText('Name of the centre in other languages').click();
  await page.getByLabel('Name of the centre · العربية').fill('مركز بوابة الأرز');
  await page.getByText('Country of destination').click();
  await page.getByLabel('Country', { exact: true }).selectOption('LB');
  await page.getByLabel('Time zone').selectOption('Asia/Beirut');
  await page.getByLabel('Phone (Optional)').fill('12');
  await goOn();
  await page.getByText('Write a phone number with its digits', { exact: false }).first().waitFor();
  await look('set-up-2-centre-refused');
  await page.getByLabel('Phone (Optional)').fill('+961 1 555 010');
  await look('set-up-2-centre');
  await goOn();

  await reach('sites');
  await page.getByLabel('Name of the site', { exact: true }).fill('Cedar Street');
  await page.getByLabel('Monday: opens', { exact: true }).fill('08:30');
  await page.getByLabel('Monday: closes', { exact: true }).fill('16:00');
  await page.getByRole('button', { name: 'The same hours for five days' }).click();
  await expect.poll(() => page.getByLabel('Friday: closes', { exact: true }).inputValue()).toBe('16:00');
  await look('set-up-3-sites');
  await page.getByRole('button', { name: 'Save and add another site' }).click();
  await page.getByRole('region', { name: 'Sites so far' }).getByText('Cedar Street').waitFor();
  await page.getByLabel('Name of the site', { exact: true }).fill('Harbour desk');
  await page.getByLabel('Kind of site').selectOption('desk_in_other_office');
  await page.getByLabel('Keep this site off the public page').check();
  await look('set-up-3-second-site');
  await goOn();

  await reach('languages');
  await page.getByRole('checkbox', { name: 'العربية' }).check();
  await page.getByRole('combobox', { name: 'Languages in which people can be served' }).fill('Amh');
  await page.getByRole('option', { name: /Amharic/ }).click();
  await page.getByText('Legal help', { exact: true }).click();
  await page.getByRole('checkbox', { name: 'Legal advice' }).check();
  await look('set-up-4-languages');
  await goOn();

  await reach('use');
  await look('set-up-5-use');
  const search = page.getByLabel('Find a topic, field or answer');
  await search.fill('voting');
  await page.getByRole('checkbox', { name: 'Voting from abroad' }).uncheck();
  await search.fill('where from');
  await page.getByRole('group', { name: 'Where from' }).getByText('Must be answered').click();
  await search.fill('tiktok');
  await page.getByRole('checkbox', { name: 'TikTok comment' }).uncheck();
  await look('set-up-5-use-searched');
  await search.fill('');
  await goOn();

  await reach('coordinator');
  const seed = await readSeed(page);
  await page.getByLabel('Your name').fill('Rima Coordinator');
  await page.getByLabel('Your e-mail').fill('rima@centre.example');
  await page.getByLabel('New passphrase').fill(passphrase);
  await page.getByLabel('The same passphrase again').fill(passphrase);
  const prove = page.getByLabel('Now type the six digits that the app shows');
  await prove.fill('000000');
  await goOn();
  await page.getByText('This code is not right', { exact: false }).first().waitFor();
  await look('set-up-6-coordinator-refused');
  expect(await readSeed(page)).toBe(seed);
  await page.getByLabel('New passphrase').fill(passphrase);
  await page.getByLabel('The same passphrase again').fill(passphrase);
  await prove.fill(nextCode(empty.house, seed));
  await goOn();

  await reach('opening');
  await page.getByText('A person opens them by signing in').click();
  await look('set-up-7-opening');
  await goOn();

  await reach('recovery');
  await look('set-up-7-recovery');
  const groupAt = await printSheet(setUp);
  await typeGroups(setUp, () => 'AAAA');
  await page.getByRole('button', { name: 'Open the centre' }).click();
  await page.getByText('This is not what stands there on the newest sheet').first().waitFor();
  await look('set-up-7-recovery-refused');
  await typeGroups(setUp, groupAt);
  await page.getByRole('button', { name: 'Open the centre' }).click();

  await page.getByText('Your centre is ready').waitFor();
  await look('set-up-8-ready');
  // Nobody could open the records yet: the key stays until the coordinator has signed in.
  expect(existsSync(empty.house.config.keyFile)).toBe(true);
  await page.getByLabel('E-mail').fill('rima@centre.example');
  await page.getByLabel('Passphrase').fill(passphrase);
  await page.getByLabel('Code from your app').fill(nextCode(empty.house, seed));
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('heading', { name: "Today's arrivals" }).waitFor();
  await look('set-up-9-desk');
  expect(existsSync(empty.house.config.keyFile)).toBe(false);

  // What was answered is what the centre is.
  await go('/staff/centre/use');
  expect(await page.locator('main').innerText()).toMatch(/Topics\s+\d+ of \d+ in use/);
  await go('/staff/centre/sites');
  expect(await page.locator('main').innerText()).toContain('Harbour desk');
  await go('/ar');
  const publicPage = await page.locator('body').innerText();
  expect(publicPage).toContain('مركز بوابة الأرز');
  expect(publicPage).not.toContain('Harbour desk');

  // The address from the console leads nowhere now.
  setUp.allow(/404/);
  const again = await page.goto(`${empty.url}/setup/${code}/language`);
  expect(again?.status()).toBe(404);
  await look('set-up-closed');
});

test('without script, in Arabic, the same set-up opens a centre', async () => {
  const setUp = await beginSetUp({ javaScriptEnabled: false, locale: 'ar-LB' });
  const { page, go, look, reach, goOn, empty, code } = setUp;
  await go(`/setup/${code}`);
  await reach('language');
  await choose(page, 'language', 'ar');
  await goOn();

  await reach('centre');
  expect(await page.locator('html').getAttribute('dir')).toBe('rtl');
  await field(page, 'name.ar').fill('مركز بوابة الأرز');
  await page.locator('main summary').first().click();
  await field(page, 'name.en').fill('Cedar Gate Centre');
  await choose(page, 'context', 'origin');
  await field(page, 'country').selectOption('LB');
  await look('set-up-plain-centre');
  await goOn();

  await reach('sites');
  await field(page, 'name.ar').fill('المكتب الرئيسي');
  await field(page, 'hours.d1.from1').fill('09:00');
  await field(page, 'hours.d1.to1').fill('15:00');
  await look('set-up-plain-sites');
  await goOn();

  await reach('languages');
  await page.locator('[name="clientLanguages"]').first().check();
  await look('set-up-plain-languages');
  await goOn();

  await reach('use');
  await look('set-up-plain-use');
  await goOn();

  await reach('coordinator');
  const seed = await readSeed(page);
  await field(page, 'name').fill('ريما المنسقة');
  await field(page, 'email').fill('rima@centre.example');
  await field(page, 'passphrase').fill(passphrase);
  await field(page, 'passphraseAgain').fill(passphrase);
  await field(page, 'code').fill(nextCode(empty.house, seed));
  await look('set-up-plain-coordinator');
  await goOn();

  await reach('opening');
  await choose(page, 'mode', 'automatic');
  await look('set-up-plain-opening');
  await goOn();

  await reach('recovery');
  await typeGroups(setUp, await printSheet(setUp));
  await look('set-up-plain-recovery');
  await page.locator('form:has([name="first"]) button[type=submit]').click();

  await page.waitForURL(/\/staff\/sign-in/);
  await field(page, 'email').fill('rima@centre.example');
  await field(page, 'passphrase').fill(passphrase);
  await field(page, 'code').fill(nextCode(empty.house, seed));
  await page.locator('form:has([name="code"]) button[type=submit]').click();
  await page.waitForURL(/\/staff$/);
  expect(await page.locator('html').getAttribute('lang')).toBe('ar');
  await look('set-up-plain-desk');
});
