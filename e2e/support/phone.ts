import type { BrowserContextOptions, Page } from 'playwright-core';

/** The narrowest phone that many people hold. */
export const phone360: BrowserContextOptions = {
  viewport: { width: 360, height: 740 },
  hasTouch: true,
  isMobile: true,
};

/** Must the page be moved sideways to be read? */
export async function isWiderThanScreen(page: Page): Promise<boolean> {
  const [wide = 0, seen = 0] = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    window.innerWidth,
  ]);
  return wide > Math.max(seen, 360) || wide > 361;
}
