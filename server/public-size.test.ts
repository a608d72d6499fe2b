import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { permissions } from '#app/permissions.ts';
import { publishStarter } from '#modules/guides/publish-starter.testing.ts';
import { openTestCentre } from '#modules/staff/staff.testing.ts';
import { publicLanguages } from '#platform/language/interface-languages.ts';
import { composePolicy } from '#platform/policy/policy.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import { judgePage } from '../checks/public-pages/judge-page.ts';
import type { WebApp } from './app.server.ts';
import { loadBuiltServer } from './built-app.testing.ts';

const origin = 'http://127.0.0.1:4380';
/** What one answer may weigh: it goes through in the first breath of a new connection. */
const most = 14 * 1024;

interface Page {
  path: string;
  bytes: number;
  html: string;
}

let house: TestHouse;
let app: WebApp;
let pages: Page[];
beforeAll(async () => {
  house = await openTestHouse({ policy: composePolicy(permissions) });
  app = (await loadBuiltServer()).createApp(house);
  await publishStarter(house, await openTestCentre(house));
  pages = await readAll();
}, 240_000);
afterAll(() => house?.close());

async function readAll(): Promise<Page[]> {
  const map = await (await ask('/sitemap.xml')).text();
  const paths = [
    ...new Set(
      [...map.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address]) => new URL(address ?? '').pathname),
    ),
  ];
  const read: Page[] = [];
  for (const path of [
    ...paths,
    ...paths.filter((each) => each.endsWith('/search')).map((each) => `${each}?q=visa`),
  ]) {
    const answer = await ask(path, { 'accept-encoding': 'gzip' });
    const bytes = new Uint8Array(await answer.arrayBuffer());
    expect([path, answer.status]).toEqual([path, 200]);
    read.push({ path, bytes: bytes.length, html: gunzipSync(bytes).toString() });
  }
  return read;
}

const ask = async (path: string, headers: Record<string, string> = {}) =>
  app.fetch(new Request(origin + path, { headers: { accept: 'text/html', ...headers } }));

describe('every page of the public site, in every language', () => {
  it('is there', () => {
    const languages = new Set(pages.map(({ path }) => path.split('/')[1]));
    expect([...publicLanguages].filter((code) => !languages.has(code))).toEqual([]);
    expect(pages.length).toBeGreaterThan(publicLanguages.length * 20);
  });

  it('is one answer of at most 14 KB', () => {
    const heavy = pages.filter(({ bytes }) => bytes > most).map(({ path, bytes }) => `${path}: ${bytes}`);
    expect(heavy).toEqual([]);
  });

  it('runs no script and loads nothing', () => {
    const loading =
      /<script(?! type="application\/ld\+json")|javascript:|\son[a-z]+=|<link[^>]+stylesheet|<img|<iframe|@import|url\((?!#)/i;
    expect(pages.filter(({ html }) => loading.test(html)).map(({ path }) => path)).toEqual([]);
  });

  it('names neither the centre nor its work in its title', () => {
    const titles = pages.map(({ html }) => /<title>([^<]*)/.exec(html)?.[1] ?? '');
    expect(titles.filter((title) => title === '' || /Caravanserai/.test(title))).toEqual([]);
  });

  it('shows a text wherever one belongs, in its language and direction, and nothing that acts', () => {
    const faults = pages.flatMap((page) =>
      judgePage(page, ['Caravanserai']).map((fault) => `${page.path}: ${fault}`),
    );
    expect(faults).toEqual([]);
  });

  it('is in the language that its address says', () => {
    const wrong = pages.filter(({ path, html }) => !html.includes(`<html lang="${path.split('/')[1]}"`));
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });
});
