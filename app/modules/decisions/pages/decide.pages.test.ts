import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { recordTestContact } from '#modules/contacts/contacts.testing.ts';
import { publishTestGuide } from '#modules/guides/guides.testing.ts';
import {
  addTestStaff,
  openTestCentre,
  type TestCentre,
  type TestStaff,
} from '#modules/staff/staff.testing.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import type { WebApp } from '#server/app.server.ts';
import { loadBuiltServer } from '#server/built-app.testing.ts';
import { addStarterFacts } from '../decisions.testing.ts';

const origin = 'http://127.0.0.1:4380';
const languages = ['en', 'ar', 'fa-AF', 'ur', 'bn'];

let house: TestHouse;
let app: WebApp;
let centre: TestCentre;
let mina: TestStaff;
beforeAll(async () => {
  house = await openTestHouse();
  centre = await openTestCentre(house);
  mina = await addTestStaff(house, centre.coordinator.actor, ['counsellor'], centre.siteIds[0]);
  await addStarterFacts(house, mina.actor, 'general', 'pk-sa');
  for (const slug of ['recruitment-fees', 'options-at-home', 'check-an-agency'])
    await publishTestGuide(house, mina.actor, centre.coordinator.actor, { slug });
  app = (await loadBuiltServer()).createApp(house);
});
afterAll(() => house?.close());

const get = (path: string, headers: Record<string, string> = {}) =>
  app.fetch(new Request(origin + path, { redirect: 'manual', headers: { accept: 'text/html', ...headers } }));
const post = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
  app.fetch(
    new Request(origin + path, {
      method: 'POST',
      redirect: 'manual',
      headers: { accept: 'text/html', origin, 'sec-fetch-site': 'same-origin', ...headers },
      body: new URLSearchParams(fields),
    }),
  );
const whole = {
  danger: 'no',
  nationality: 'PK',
  destination: 'SA',
  goal: 'earn',
  signs: 'debt,threats',
  pressure: 'yes',
  way: 'promoter',
  work: 'listed_trade',
  documents: 'passport',
  police: 'yes',
  served: 'yes',
  sex: 'female',
  offer: 'spoken',
  agency: 'not_on_list',
  permission: 'not_seen',
  contract: 'not_seen',
  visa: 'visit',
  feeAsked: 'yes',
  flags: 'hurry,land_loan,parcel',
  currency: 'SAR',
  cost: '9000',
  wage: '1500',
  living: '500',
  homeNeed: '700',
  loan: '9000',
  repay: '12000',
  prepared: '-',
  confidence: '7',
  'w-income': '5',
  'w-family': '4',
  'w-safety': '3',
  intention: 'undecided',
};
const result = (language: string, more: Record<string, string> = {}) =>
  post(`/${language}/decide`, { ...whole, ...more, go: 'result' });

describe('the guide for everybody', () => {
  test('is not there in a language that we do not have', async () => {
    expect((await get('/tlh/decide')).status).toBe(404);
  });

  test('takes each step by POST: nothing in the address, no cookie, nothing to be kept by a browser', async () => {
    const first = await (await get('/en/decide')).text();
    expect(first).toContain('action="/en/decide"');
    expect(first).toContain('method="post"');
    const second = await post('/en/decide', { step: 'safety', danger: 'no', ageBand: '25_34', go: 'next' });
    expect([second.status, second.headers.get('set-cookie'), second.headers.get('cache-control')]).toEqual([
      200,
      null,
      'no-store',
    ]);
    const html = await second.text();
    expect(html).toContain('name="ageBand" value="25_34"');
    expect(html).toContain('name="step" value="plan"');
  });

  test('shows danger nothing but help', async () => {
    const html = await (await post('/en/decide', { step: 'safety', danger: 'yes', go: 'next' })).text();
    expect(html).toContain('You come first');
    expect(html).toContain('href="/en/visit"');
    expect(html).not.toContain('Five checks');
  });

  test('does not print what somebody wrote into its hidden fields', async () => {
    const response = await result('en', {
      way: '"><script>alert(1)</script>',
      currency: '<b>',
      nationality: '<i>',
    });
    expect(response.status).toBe(200);
    expect(await response.text()).not.toMatch(/<script|<b>alert|alert\(1\)/);
    expect((await post('/en/decide', { 'a[__proto__]': 'x' })).status).toBe(422);
  });

  test('keeps what was typed when an amount cannot be read', async () => {
    const html = await (
      await post('/en/decide', { step: 'money', wage: '1.500', goal: 'earn', go: 'next' })
    ).text();
    expect(html).toContain('value="1.500"');
    expect(html).toContain('aria-invalid="true"');
  });

  test.each(languages)(
    'gives a whole result without script, in well under 14 KB compressed, in %s',
    async (language) => {
      const response = await result(language);
      const html = await response.text();
      expect(response.status).toBe(200);
      expect(html).not.toMatch(/<script|javascript:|\son[a-z]+=|<img/i);
      expect(html).not.toMatch(/(reason|option|answer|question|aspect|colour)\.[a-z]/);
      expect(gzipSync(html).length).toBeLessThanOrEqual(14 * 1024);
    },
  );

  test('shows staying beside going, red first, with its source and a page to go on', async () => {
    const html = await (await result('en')).text();
    for (const words of ['Stay, and learn or build something', 'Wait, save and prepare', 'Stop and ask'])
      expect(html).toContain(words);
    expect(html).toContain('href="/en/guides/options-at-home"');
    expect(html).toContain('ILO, General principles for fair recruitment');
    expect(html.indexOf('Look at this first')).toBeLessThan(html.indexOf('Five checks'));
  });

  test('says on a page of its own what each source says', async () => {
    const html = await (await post('/en/decide', { ...whole, go: 'sources' })).text();
    expect(html).toContain('workers and people looking for work pay no recruitment fee');
    expect(html).toContain('name="way" value="promoter"');
    expect(gzipSync(html).length).toBeLessThanOrEqual(14 * 1024);
  });

  test('is in English, and says so, where only the site is in the language; its links stay in that language', async () => {
    const html = await (await result('tg')).text();
    expect(html).toContain('<html lang="tg" dir="ltr"');
    expect(html).toContain('Ҳанӯз ба забони Шумо нест.');
    expect(html).toMatch(/<div lang="en" dir="ltr">\s*<h1>/u);
    expect(html).toContain('href="/tg/guides/options-at-home"');
    expect(html).toContain('action="/tg/decide"');
    expect(html).not.toContain('href="/en/visit"');
  });

  test('leaves the country off the paper when that is asked', async () => {
    expect(await (await result('en', { hide: 'yes' })).text()).toContain('data-hide="yes"');
  });
});

describe('the cost sheet', () => {
  test('is in English, and says so, where only the site is in the language', async () => {
    const html = await (await get('/ps/costs/pk-sa')).text();
    expect(html).toContain('<html lang="ps" dir="rtl"');
    expect(html).toMatch(/<div lang="en" dir="ltr">\s*<h1>/u);
    expect(html).toContain('action="/ps/costs/pk-sa"');
    expect(html.slice(html.indexOf('<div lang="en"'), html.indexOf('</main>'))).not.toContain('/en/');
  });

  test('is there for a corridor that we know, and for no other', async () => {
    expect((await get('/en/costs/pk-sa')).status).toBe(200);
    expect((await get('/en/costs/xx-yy')).status).toBe(404);
    expect((await get('/tlh/costs/pk-sa')).status).toBe(404);
  });

  test.each(languages)(
    'shows every line with its source, without script, in at most 14 KB, in %s',
    async (language) => {
      const asks =
        'route=promoter&a-pk-medical-test-2026=35000&a-agency_fee=250000&wage=1500&currency=SAR&rate=75';
      const html = await (await get(`/${language}/costs/pk-sa?${asks}`)).text();
      expect(html).not.toMatch(/<script|javascript:|\son[a-z]+=/i);
      expect(html).not.toMatch(/(costs|assume|costItem|payer)\.[a-z]/);
      expect(gzipSync(html).length).toBeLessThanOrEqual(14 * 1024);
    },
  );

  test('says how much more was asked than is official, and where to go with it', async () => {
    const html = await (await get('/en/costs/pk-sa?a-pk-welfare-fund=5000')).text();
    expect(html).toMatch(/PKR 3000\S* more than official/);
    expect(html).toContain('href="/en/guides/recruitment-fees"');
  });

  test('gives back what it could not read, and does not run what it was sent', async () => {
    const html = await (
      await get('/en/costs/pk-sa?wage=<script>&a-__proto__=1&a-pk-welfare-fund=1.500')
    ).text();
    expect(html).toContain('value="1.500"');
    expect(html).not.toContain('<script');
  });
});

describe('the guide beside a contact', () => {
  const as = (staff: TestStaff) => ({ cookie: `serai=${staff.actor.sessionToken}` });

  test('is the same guide, and its result is kept with one tap', async () => {
    const { contactId } = await recordTestContact(house, mina.actor);
    const path = `/staff/contacts/${contactId}/decision/guide?in=ur`;
    const step = await post(path, { ...whole, go: 'result' }, as(mina));
    expect(step.status).toBe(200);
    const html = await step.text();
    expect(html).toContain('lang="ur" dir="rtl"');
    expect(html).toContain('Keep this result with the contact');
    const { way: _, ...answers } = whole;
    const kept = await post(path, { ...answers, go: 'keep', _key: 'a'.repeat(22) }, as(mina));
    expect(kept.status).toBe(302);
    const address = kept.headers.get('location') ?? '';
    expect(address).toMatch(/^\/staff\/decisions\/[0-9a-f-]{36}\?kept$/);
    const shown = await get(address, as(mina));
    expect(shown.status).toBe(200);
    expect(await shown.text()).toContain('lang="ur"');
    expect(await (await get(`/staff/contacts/${contactId}/decision`, as(mina))).text()).toContain(
      '/staff/decisions/',
    );
  });
});
