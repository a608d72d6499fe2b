import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findChromium } from '../scripts/find-chromium.ts';
import { type Journey, openJourney } from './support/open-journey.ts';

/** A name that leads to this computer, but which a browser does not trust without TLS. */
const untrusted = 'plain.example';
const tell = /migra|caravanserai|centre/i;

let journey: Journey;
let browser: Browser;
beforeAll(async () => {
  journey = await openJourney();
  browser = await chromium.launch({
    executablePath: findChromium() ?? '',
    // As on a phone: what was left a moment ago is put aside whole, and shown again on Back.
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-dev-shm-usage',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-features=HttpsUpgrades',
      `--host-resolver-rules=MAP ${untrusted} 127.0.0.1`,
    ],
  });
});
afterAll(async () => {
  await browser?.close();
  await journey?.close();
});

/** Somebody who has read two pages. */
async function reader(origin: string, options: BrowserContextOptions = {}): Promise<Page> {
  const page = await (await browser.newContext({ locale: 'en-GB', ...options })).newPage();
  page.setDefaultTimeout(15_000);
  await page.goto(`${origin}/en`);
  await page.goto(`${origin}/ar`);
  await page.goto(`${origin}/en`);
  expect(await page.locator('body').innerText()).toMatch(tell);
  return page;
}

const exit = (page: Page) => page.getByRole('link', { name: 'Leave this page' }).first();

async function left(page: Page): Promise<void> {
  await page.waitForURL(/\/leave$/);
  await page.waitForLoadState('networkidle');
  expect(await page.title()).not.toMatch(tell);
  expect(await page.locator('body').innerText()).not.toMatch(tell);
}

/** Back, as far as it goes: through what the browser put aside, kept, or asks for again. */
async function goesBackToNothing(page: Page): Promise<void> {
  for (let step = 0; step < 3; step += 1) {
    const before = page.url();
    await page.evaluate('history.back()').catch(() => undefined);
    await page.waitForURL((url) => url.href !== before);
    await page.waitForLoadState('networkidle');
    expect(await page.title()).not.toMatch(tell);
    expect(await page.locator('body').innerText()).not.toMatch(tell);
  }
}

describe.each([
  ['over a connection that the browser trusts', (url: string) => url],
  ['over a plain connection', (url: string) => url.replace(/\/\/[^:]+/, `//${untrusted}`)],
])('%s', (_, originOf) => {
  test('whoever leaves by mouse comes back to nothing', async () => {
    const page = await reader(originOf(journey.url));
    await exit(page).click();
    await left(page);
    await goesBackToNothing(page);
  });

  test('whoever leaves by keyboard comes back to nothing', async () => {
    const page = await reader(originOf(journey.url));
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.getAttribute("href")')).toBe('/leave');
    await page.keyboard.press('Enter');
    await left(page);
    await goesBackToNothing(page);
  });

  test('whoever leaves by touch, on a phone that runs no script, comes back to nothing', async () => {
    const phone = {
      viewport: { width: 360, height: 740 },
      hasTouch: true,
      isMobile: true,
      javaScriptEnabled: false,
    };
    const page = await reader(originOf(journey.url), phone);
    const box = await exit(page).boundingBox();
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44);
    await exit(page).tap();
    await left(page);
    await goesBackToNothing(page);
  });
});

test('the way out stays in view, however far one reads', async () => {
  const page = await reader(journey.url, { viewport: { width: 360, height: 740 } });
  await page.mouse.wheel(0, 4_000);
  await page.waitForTimeout(200);
  const box = await exit(page).boundingBox();
  expect(box?.y).toBeGreaterThanOrEqual(0);
  expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(740);
});
