import type { Page, Response } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { publishTestGuide } from '../app/modules/guides/guides.testing.ts';
import { publishStarter } from '../app/modules/guides/publish-starter.testing.ts';
import { openTestIntake } from '../app/modules/questions/questions.testing.ts';
import { clientLanguages, publicLanguages } from '../app/platform/language/interface-languages.ts';
import { judgePage } from '../checks/public-pages/judge-page.ts';
import { findBarriers } from './support/check-access.ts';
import { type Journey, openJourney } from './support/open-journey.ts';
import { isWiderThanScreen, phone360 } from './support/phone.ts';

// One page of each kind, in each language of the centre, on a small phone. What each of all the pages weighs, and that it
// answers at all, is checked without a browser.
const guides = [
  'pk-sa-costs',
  'pk-sa-checklist',
  'pk-sa-overview',
  'pk-sa-family',
  'recruitment-fees',
  'trafficking-signs',
  'not-paid',
  'our-services',
  'women-on-the-move',
];
const paths = [
  '',
  '/about-this-site',
  '/answer',
  '/checklist/pk-sa-checklist?route=promoter',
  '/corridors/pk-sa',
  '/costs/pk-sa?a-pk-welfare-fund=9000&wage=1500&rate=75',
  '/doors/before',
  '/doors/help',
  '/notices',
  '/search?q=zzzzqqqq',
  '/search?q=visa',
  '/topics/get_ready',
  '/visit',
];
/** Into the further languages no page is translated yet: one page stands there for all. */
const guidesIn = (language: string) => (clientLanguages.includes(language) ? guides : guides.slice(0, 2));

let journey: Journey;
let page: Page;
const names = ['Old Caravanserai', 'Migrant Resource'];

beforeAll(async () => {
  journey = await openJourney();
  const { house, centre } = journey;
  await publishStarter(house, centre, guides);
  await publishTestGuide(house, (await journey.join('counsellor')).actor, centre.coordinator.actor, {
    type: 'notice',
    section: 'notices',
    title: 'Closed on Friday',
  });
  await openTestIntake(house, centre.centreId);
  page = (await journey.visit(undefined, phone360)).page;
});
afterAll(() => journey?.close());

test.each(publicLanguages)(
  'in %s every kind of page can be read by everybody on a small phone',
  async (language) => {
    const faults: string[] = [];
    const visit = async (path: string) =>
      faults.push(...(await faultsOf(await page.goto(journey.url + path), path)));
    for (const path of paths) await visit(`/${language}${path}`);
    for (const slug of guidesIn(language)) await visit(`/${language}/guides/${slug}`);

    await visit(`/${language}/decide`);
    await page.locator('input[name=danger][value=no]').check();
    await send(page.locator('button[value=next]'), 'a step');
    await send(page.locator('button[value=next]'), 'the next step');
    await send(page.locator('button[value=result]'), 'the result');
    await visit(`/${language}/decide`);
    await page.locator('input[name=danger][value=yes]').check();
    await send(page.locator('button[value=next]'), 'danger');

    // An address may send so many questions in an hour.
    journey.house.clock.advance(3_600_000);
    await visit(`/${language}/ask`);
    await send(page.locator('button[name=topic]').first(), 'the form');
    await send(page.locator('form .action'), 'a refused form');
    await page.locator('textarea[name=text]').fill('What now?');
    await send(page.locator('form .action'), 'the receipt');
    const words = (await page.locator('ol li').allInnerTexts()).join(' ');
    await page.goto(`${journey.url}/${language}/answer`);
    await page.locator('textarea[name=receipt]').fill(words);
    await send(page.locator('form .action').first(), 'what was asked');
    expect(faults).toEqual([]);

    async function send(button: ReturnType<Page['locator']>, what: string) {
      const [answer] = await Promise.all([
        page.waitForResponse((response) => response.request().isNavigationRequest()),
        button.click(),
      ]);
      await page.waitForLoadState();
      faults.push(...(await faultsOf(answer, `/${language} ${what}`)));
    }
  },
);

test('what is broken on purpose does not pass', async () => {
  await page.goto(`${journey.url}/en/visit`);
  expect([await findBarriers(page), await isWiderThanScreen(page)]).toEqual([[], false]);
  await page.evaluate(() => {
    const main = document.querySelector('main');
    main?.insertAdjacentHTML('beforeend', '<button></button><img src="data:,"><div id="wide">wide</div>');
    document.documentElement.lang = '';
  });
  expect((await findBarriers(page)).map((barrier) => barrier.split(':')[0])).toEqual(
    expect.arrayContaining(['button-name', 'image-alt', 'html-has-lang']),
  );
  await page.locator('#wide').evaluate((wide) => (wide.style.minWidth = '500px'));
  expect(await isWiderThanScreen(page)).toBe(true);
});

async function faultsOf(answer: Response | null, path: string): Promise<string[]> {
  const html = (await answer?.text()) ?? '';
  return [
    ...judgePage({ path, html }, names).map((fault) => `${path}: ${fault}`),
    ...(await findBarriers(page)).map((barrier) => `${path}: ${barrier}`),
    ...((await isWiderThanScreen(page)) ? [`${path}: wider than the screen`] : []),
  ];
}
