import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import {
  addTestStaff,
  openTestCentre,
  type TestCentre,
  type TestStaff,
} from '../../app/modules/staff/staff.testing.ts';
import type { StaffRole } from '../../app/platform/actor.ts';
import { openTestHouse, type TestHouse } from '../../app/platform/testing/test-house.server.ts';
import { loadBuiltServer } from '../../server/built-app.testing.ts';
import { launchBrowser } from './browser.ts';
import { findBarriers } from './check-access.ts';
import { watchPage } from './watch-page.ts';

export interface Visit {
  page: Page;
  context: BrowserContext;
  /** Goes to an address of the centre, `/staff/people`. */
  go(path: string): Promise<void>;
  /** Keeps a picture in e2e/output and fails on barriers and on anything the browser complained about. */
  look(name: string): Promise<void>;
  /** Lets a complaint pass that belongs to the journey. */
  allow(pattern: RegExp): void;
}

export interface Journey {
  house: TestHouse;
  url: string;
  /** The centre with its coordinator; opened through the guided set-up's own operation. */
  centre: TestCentre;
  join(role: StaffRole): Promise<TestStaff>;
  /** A browser of somebody: signed in when a colleague is given. */
  visit(who?: TestStaff, options?: BrowserContextOptions): Promise<Visit>;
  close(): Promise<void>;
}

const output = resolve(import.meta.dirname, '../output');

/** An empty house with its web side on a free port, and a browser. */
export async function openHouseInBrowser(): Promise<Omit<Journey, 'centre' | 'join'>> {
  const house = await openTestHouse({ start: new Date().toISOString() });
  const { createApp, startServer } = await loadBuiltServer();
  const server = await startServer(createApp(house), { host: '127.0.0.1', port: 0 });
  const browser = await launchBrowser();
  mkdirSync(output, { recursive: true });
  return {
    house,
    url: server.url,
    async visit(who, options = {}) {
      const context = await browser.newContext({
        locale: 'en-GB',
        viewport: { width: 1280, height: 900 },
        ...options,
      });
      if (who) {
        await context.addCookies([
          { name: 'serai', value: who.actor.sessionToken, url: server.url, httpOnly: true, sameSite: 'Lax' },
        ]);
      }
      const page = await context.newPage();
      page.setDefaultTimeout(15_000);
      const { complaints, allow } = watchPage(page);
      return {
        page,
        context,
        allow,
        async go(path) {
          await page.goto(`${server.url}${path}`);
        },
        async look(name) {
          await page.screenshot({ path: join(output, `${name}.png`), fullPage: true });
          // The search for barriers is itself a script: where a browser runs none, the complaints must do.
          const barriers = options.javaScriptEnabled === false ? [] : await findBarriers(page);
          const found = [...complaints, ...barriers];
          if (found.length > 0) throw new Error(`${name}: ${found.join('\n')}`);
        },
      };
    },
    async close() {
      await browser.close();
      await server.stop();
      await house.close();
    },
  };
}

/** The same with a centre that is set up. */
export async function openJourney(): Promise<Journey> {
  const opened = await openHouseInBrowser();
  const centre = await openTestCentre(opened.house);
  return {
    ...opened,
    centre,
    join: (role) => addTestStaff(opened.house, centre.coordinator.actor, [role], centre.siteIds[0]),
  };
}
