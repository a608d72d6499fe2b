import type { BrowserContextOptions, Page } from 'playwright-core';

/** The narrowest phone that many people hold. */
export const phone360: BrowserContextOptions = {
  viewport: { width: 360, height: 740 },
  hasTouch: true,
  isMobile: true,
};

/** Must the page be moved sideways to be read? */
export async function isWiderThanScreen(page: Page): Promise<boolean> {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  return wide > (page.viewportSize()?.width ?? 0) + 1;
}
