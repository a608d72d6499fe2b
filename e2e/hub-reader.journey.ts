import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { publishStarter } from '../app/modules/guides/publish-starter.testing.ts';
import { openTestIntake } from '../app/modules/questions/questions.testing.ts';
import { type Journey, openJourney } from './support/open-journey.ts';
import { isWiderThanScreen, phone360 } from './support/phone.ts';

let journey: Journey;
beforeAll(async () => {
  journey = await openJourney();
  await publishStarter(journey.house, journey.centre, [
    'pk-sa-checklist',
    'pk-sa-costs',
    'not-paid',
    'passport-taken',
  ]);
  await openTestIntake(journey.house, journey.centre.centreId);
});
afterAll(() => journey?.close());

const tap = (page: Page, name: string | RegExp) => page.getByRole('link', { name }).first().click();
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

test('without script somebody goes from the first page to their papers, searches in bad spelling and counts the costs', async () => {
  const { page, go, look, context } = await journey.visit(undefined, {
    ...phone360,
    javaScriptEnabled: false,
  });
  await go('/');
  await look('hub-home');
  await tap(page, 'Before I go');
  await page.getByRole('heading', { level: 1, name: 'Before I go' }).waitFor();
  await look('hub-door');
  await tap(page, 'From Pakistan to Saudi Arabia');
  await look('hub-corridor');
  await tap(page, 'Your papers: the complete checklist');
  await look('hub-guide');
  await tap(page, 'Show only the papers for my case');
  await page.getByRole('group', { name: 'How do you go?' }).getByText('I found the job myself').click();
  await press(page, 'Show my list');
  await page.waitForURL(/route=direct/);
  const box = page.getByRole('main').getByRole('checkbox').first();
  await box.check();
  expect(await box.isChecked()).toBe(true);
  await look('hub-checklist');

  await tap(page, 'Search');
  await page.getByLabel('What do you want to know?').fill('pasport takn');
  await press(page, 'Search');
  await page.getByRole('main').getByRole('link', { name: 'Passport taken' }).waitFor();
  await look('hub-search');

  await go('/en/costs/pk-sa');
  await page.getByText('Through a licensed agency').click();
  await page.getByLabel('Wage promised for a month').fill('1500');
  await press(page, 'Count');
  await page.waitForURL(/wage=1500/);
  expect(await page.getByLabel('Wage promised for a month').inputValue()).toBe('1500');
  await look('hub-costs');
  expect(await isWiderThanScreen(page)).toBe(false);
  // The whole way, and nothing of it stays in the browser.
  expect(await context.cookies()).toEqual([]);
});

test('without script somebody in danger is shown help alone; somebody who is safe thinks it through to the end', async () => {
  const { page, go, look } = await journey.visit(undefined, { ...phone360, javaScriptEnabled: false });
  const answer = (question: string, words: string) =>
    page.getByRole('group', { name: question }).getByText(words, { exact: true }).click();
  await go('/en');
  await tap(page, /^Think it through/);
  await answer('Are you in danger now', 'Yes');
  await press(page, 'Next');
  await page.getByRole('alert').waitFor();
  expect(await page.getByRole('main').innerText()).not.toMatch(/Stay, and learn|wages|promoter/);
  await look('hub-danger');

  await go('/en/decide');
  await answer('Are you in danger now', 'No');
  await press(page, 'Next');
  await answer('What do you want most?', 'To earn money');
  await answer('Which country is your passport', 'Pakistan');
  await answer('Which country do you think of?', 'Saudi Arabia');
  await press(page, 'Next');
  await press(page, 'Skip this step');
  await answer('How would you go?', 'Somebody says it works without papers');
  await press(page, 'Back');
  await page.getByRole('heading', { name: 'Signs that something is wrong' }).waitFor();
  await press(page, 'Skip this step');
  await press(page, 'Show the result now');
  const result = page.getByRole('main');
  await result.getByText('Stay, and learn or build something').first().waitFor();
  expect(page.url()).toBe(`${journey.url}/en/decide`);
  expect(await isWiderThanScreen(page)).toBe(false);
  await look('hub-result');
});

test('in Arabic a phone shows the first page, a page of help and the question form from right to left', async () => {
  const { page, go, look } = await journey.visit(undefined, { ...phone360, locale: 'ar' });
  await go('/');
  await page.getByRole('link', { name: 'العربية' }).first().click();
  const seen = async (name: string) => {
    expect([name, await page.locator('html').getAttribute('dir')]).toEqual([name, 'rtl']);
    expect([name, await page.getByRole('heading', { level: 1 }).innerText()]).toEqual([
      name,
      expect.stringMatching(name === 'home' ? /./ : /[\u0600-\u06ff]/),
    ]);
    expect([name, await isWiderThanScreen(page)]).toEqual([name, false]);
    await look(`hub-arabic-${name}`);
  };
  await page.waitForURL(/\/ar$/);
  await seen('home');
  await page.locator('[data-door=help]').first().click();
  await seen('door');
  await page.locator('a[href="/ar/guides/not-paid"]').first().click();
  await seen('guide');
  // The first line of the text begins where a reader of Arabic begins.
  const [lead, main] = await Promise.all([
    page.locator('.lead').boundingBox(),
    page.getByRole('main').boundingBox(),
  ]);
  const gap = (box: typeof lead, edge: 'left' | 'right') =>
    edge === 'left' ? (box?.x ?? 0) : (box?.x ?? 0) + (box?.width ?? 0);
  expect(Math.abs(gap(lead, 'right') - gap(main, 'right'))).toBeLessThan(40);
  await page.locator('a[href="/ar/ask"]').first().click();
  await seen('ask');
  await page.locator('button[name=topic]').first().click();
  await seen('ask-form');
});
