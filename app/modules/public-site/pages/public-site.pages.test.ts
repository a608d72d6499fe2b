import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { publicActor } from '#platform/actor.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import { addTestFact } from '#modules/facts/facts.testing.ts';
import { publishTestGuide } from '#modules/guides/guides.testing.ts';
import { publishedSite } from '#modules/guides/index.server.ts';
import { addTestStaff, openTestCentre } from '#modules/staff/staff.testing.ts';
import { loadBuiltServer } from '#server/built-app.testing.ts';

const origin = 'http://127.0.0.1:4380';
let house: TestHouse;
let get: (path: string, headers?: Record<string, string>) => Promise<Response>;
const page = async (path: string) => (await get(path)).text();

beforeAll(async () => {
  house = await openTestHouse();
  const { coordinator, siteIds } = await openTestCentre(house);
  const author = (await addTestStaff(house, coordinator.actor, ['counsellor'], siteIds[0])).actor;
  const publish = (more: object, translations = {}) =>
    publishTestGuide(house, author, coordinator.actor, { ...more }, translations);
  await addTestFact(house, author, { code: 'said-fee' });
  await addTestFact(house, author, { code: 'unsaid-fee' });
  await addTestFact(house, author, { code: 'hearsay', sourceTitle: undefined });
  const urdu = { title: 'تنخواہ نہیں ملی', summary: 'پہلے لکھیں۔', blocks: ['جو باقی ہے وہ لکھیں۔'] };
  await publish(
    { slug: 'wages', title: 'Wages', section: 'problems', body: 'Write down <b>what</b> is owed & when.' },
    { ur: urdu },
  );
  await publish({
    slug: 'papers',
    title: 'Papers',
    corridorFrom: 'PK',
    corridorTo: 'SA',
    body: '1. Read.\n2. Ask.\n\n::fact[said-fee]\n\n:::checklist\n- Passport\n- Permission letter :for{route=promoter}\n- Online request :for{route=direct}\n:::',
  });
  await publish({
    slug: 'new-fee',
    title: 'A fee has changed',
    type: 'notice',
    section: 'notices',
    startsOn: '2026-03-01',
    endsOn: '2026-03-31',
  });
  await publish({
    slug: 'old-fee',
    title: 'Long over',
    type: 'notice',
    section: 'notices',
    startsOn: '2026-01-01',
    endsOn: '2026-01-31',
  });
  const { createApp } = await loadBuiltServer();
  const app = createApp(house, { resolveActor: async () => publicActor });
  get = async (path, headers = {}) =>
    app.fetch(
      new Request(origin + path, { headers: { accept: 'text/html', ...headers }, redirect: 'manual' }),
    );
});
afterAll(() => house?.close());

describe('a language that only the public site is in', () => {
  test('marks the names of services, which stand in English', async () => {
    await house.admin.query(`update serai.centre set services = '{information_desk}'`);
    expect(await page('/ckb/visit')).toMatch(/<span lang="en" dir="ltr">[A-Z]/u);
    expect(await page('/ur/visit')).not.toContain('<span lang="en"');
  });

  test.each([
    ['ps', 'پاڼه'],
    ['tg', 'саҳифа'],
    ['ckb', 'پەڕە'],
    ['fr', 'page'],
    ['am', 'ገጽ'],
  ])('says in %s that a page is not there', async (language, word) => {
    const heading = /<h1>(.*?)<\/h1>/u.exec(await page(`/${language}/guides/nothing`))?.[1];
    expect(heading).toContain(word);
  });
});

describe('what is not there', () => {
  test.each([
    '/xx',
    '/xx/visit',
    '/en/doors/constructor',
    '/en/topics/__proto__',
    '/en/guides/nothing',
    '/en/guides/nothing/leaflet.pdf',
    '/en/guides/nothing/data.json',
    '/en/corridors/xx-yy',
    '/en/checklist/wages',
    '/api/v1/guides/nothing',
  ])('%s is answered with 404', async (path) => {
    expect((await get(path)).status).toBe(404);
  });

  test('a notice that is over hangs nowhere', async () => {
    for (const path of ['/en', '/en/notices', '/en/feed.xml'])
      expect(await page(path)).not.toContain('Long over');
  });
});

describe('every page of the map', () => {
  test('opens without script, fits into one answer, sets no cookie and is neutral in the list of visited pages', async () => {
    const map = await page('/sitemap.xml');
    const addresses = [...map.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, href = '']) =>
      href.slice(origin.length),
    );
    expect(addresses.length).toBeGreaterThan(80);
    for (const path of addresses) {
      const answer = await get(path);
      const html = await answer.text();
      expect([path, answer.status, answer.headers.get('set-cookie')]).toEqual([path, 200, null]);
      expect(html).not.toMatch(/<script|javascript:|\sstyle=|\son[a-z]+=/i);
      expect([path, gzipSync(html).length <= 14 * 1024]).toEqual([path, true]);
      expect(html).toMatch(/<title>[^<]+<\/title>/);
      expect(/<title>([^<]+)/.exec(html)?.[1]).not.toContain('Migrant Resource Centre');
    }
  });

  test('names itself in the other languages', async () => {
    const html = await page('/en/guides/wages');
    for (const code of ['en', 'ar', 'fa-AF', 'ur', 'bn'])
      expect(html).toContain(`hrefLang="${code}" href="/${code}/guides/wages"`);
    expect(html).toContain('lang="ur" dir="rtl" hrefLang="ur"');
  });
});

describe('a page', () => {
  test('shows what was typed as text', async () => {
    expect(await page('/en/guides/wages')).toContain(
      'Write down &lt;b&gt;what&lt;/b&gt; is owed &amp; when.',
    );
  });

  test('in the reader’s language says that its translation is a draft', async () => {
    const html = await page('/ur/guides/wages');
    expect(html).toContain('<html lang="ur" dir="rtl"');
    expect(html).toContain(house.translators.for('ur', 'site')('guide.draftTitle'));
    expect(html).toContain('تنخواہ نہیں ملی');
  });

  test('that is not translated stands there in its own language and says so', async () => {
    const html = await page('/bn/guides/wages');
    expect(html).toContain(house.translators.for('bn', 'site')('guide.fallbackTitle'));
    expect(html).toMatch(/<h1 lang="en" dir="ltr">Wages/);
  });

  test('leads to its leaflet and to its data', async () => {
    const pdf = await get('/ar/guides/wages/leaflet.pdf');
    expect(pdf.headers.get('content-type')).toBe('application/pdf');
    const data = (await (await get('/en/guides/papers/data.json')).json()) as Record<string, unknown>;
    expect(data).toMatchObject({ '@context': 'https://schema.org', '@type': 'HowTo', inLanguage: 'en' });
    expect(data['step']).toHaveLength(2);
  });
});

describe('the checklist', () => {
  test('shows everything to whoever has said nothing, or something no list knows', async () => {
    for (const query of ['', '?route=', '?route=teleport&work=%00']) {
      const html = await page(`/en/checklist/papers${query}`);
      expect(html).toContain('Permission letter');
      expect(html).toContain('Online request');
    }
  });

  test('is cut to the reader’s case, which stands in the address alone', async () => {
    const html = await page('/en/checklist/papers?route=direct');
    expect(html).toContain('Passport');
    expect(html).toContain('Online request');
    expect(html).not.toContain('Permission letter');
    expect(html).toMatch(/<input[^>]*value="direct"[^>]*checked|<input[^>]*checked[^>]*value="direct"/);
  });
});

describe('search', () => {
  test('helps whoever finds nothing', async () => {
    const html = await page('/en/search?q=zzzzqqqq');
    expect(html).toContain(house.translators.for('en', 'site')('search.noneNext'));
    expect(html).toContain('/en/doors/help');
  });

  test('shows a hostile query as the text it is', async () => {
    const html = await page(`/en/search?q=${encodeURIComponent('"><script>alert(1)</script>')}`);
    expect(html).not.toContain('<script');
  });

  test('forgives, and offers other languages beneath', async () => {
    expect(await page('/en/search?q=wagez')).toContain('href="/en/guides/wages"');
    expect(await page('/ur/search?q=tankhwah')).toContain('href="/ur/guides/wages"');
    expect(await page('/ar/search?q=papers')).toContain('href="/en/guides/papers"');
  });
});

describe('machines', () => {
  test('read a feed in which the newest come first and every sign is escaped', async () => {
    const answer = await get('/ur/feed.xml');
    expect(answer.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
    const xml = await answer.text();
    expect(xml.match(/<entry>/g)).toHaveLength(3);
    expect(xml).not.toMatch(/&(?!amp;|lt;|gt;|quot;|apos;)/);
  });

  test('are told where the map is and what is not for them', async () => {
    const text = await page('/robots.txt');
    expect(text).toContain(`Sitemap: ${origin}/sitemap.xml`);
    expect(text).toContain('Disallow: /staff');
  });

  test('get the facts that pages say, and nobody gets one without a source', async () => {
    const { facts } = (await (await get('/api/v1/facts')).json()) as { facts: { code: string }[] };
    expect(facts.map(({ code }) => code)).toEqual(['said-fee']);
    expect((await publishedSite(house))?.factCodes).toEqual(['said-fee', 'unsaid-fee']);
  });

  test('pay nothing for an answer that they have', async () => {
    const first = await get('/api/v1/guides?language=ur');
    expect(first.headers.get('access-control-allow-origin')).toBe('*');
    const etag = first.headers.get('etag') ?? '';
    expect((await get('/api/v1/guides?language=ur', { 'if-none-match': etag })).status).toBe(304);
    expect((await get('/api/v1/guides?language=en', { 'if-none-match': etag })).status).toBe(200);
    expect((await get('/api/v1/guides?language=klingon')).status).toBe(422);
    const { guides } = (await first.json()) as { guides: { slug: string; isChecked: boolean }[] };
    expect(guides.find(({ slug }) => slug === 'wages')).toMatchObject({
      isFallback: false,
      isChecked: false,
    });
  });
});
