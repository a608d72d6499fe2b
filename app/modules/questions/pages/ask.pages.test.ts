import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import { addTestStaff, openTestCentre, type TestCentre } from '#modules/staff/staff.testing.ts';
import type { WebApp } from '#server/app.server.ts';
import { loadBuiltServer } from '#server/built-app.testing.ts';
import { openTestIntake } from '../questions.testing.ts';

const origin = 'http://127.0.0.1:4380';
const languages = ['en', 'ar', 'fa-AF', 'ur', 'bn'];
let house: TestHouse;
let centre: TestCentre;
let app: WebApp;
beforeAll(async () => {
  house = await openTestHouse();
  centre = await openTestCentre(house);
  await openTestIntake(house, centre.centreId);
  app = (await loadBuiltServer()).createApp(house);
});
afterAll(() => house?.close());

const from = (address: string) => ({ incoming: { socket: { remoteAddress: address } } }) as never;
const get = (path: string, headers: Record<string, string> = {}) =>
  app.fetch(new Request(origin + path, { headers: { accept: 'text/html', ...headers } }), from('192.0.2.1'));
async function post(path: string, fields: Record<string, string>, address = '192.0.2.1', cookie = '') {
  const request = new Request(origin + path, {
    method: 'POST',
    redirect: 'manual',
    headers: { accept: 'text/html', origin, 'sec-fetch-site': 'same-origin', ...(cookie && { cookie }) },
    body: new URLSearchParams(fields),
  });
  const answer = await app.fetch(request, from(address));
  return { status: answer.status, headers: answer.headers, html: await answer.text() };
}
const hidden = (html: string, name: string) =>
  new RegExp(`name="${name}" value="([^"]+)"`).exec(html)?.[1] ?? '';
const count = async (table: string) =>
  Number((await house.admin.query(`select count(*) as n from serai.${table}`)).rows[0].n);

async function openForm(address?: string) {
  const { html } = await post('/en/ask', { topic: 'problem' }, address);
  return hidden(html, 'receipt');
}
const filled = (receipt: string, given: Record<string, string> = {}) => ({
  step: 'send',
  topic: 'problem',
  language: 'en',
  way: 'code',
  text: 'What can I do?',
  receipt,
  ...given,
});

describe.each(languages)('in %s', (language) => {
  test.each(['ask', 'answer'])('%s has no script, says nothing in its title and is small', async (path) => {
    const page = await get(`/${language}/${path}`);
    const html = await page.text();
    expect(page.status).toBe(200);
    expect(html).not.toMatch(/<script|javascript:|\son[a-z]+=/i);
    expect(/<title>(.*?)<\/title>/.exec(html)?.[1]).not.toContain('Caravanserai');
    expect(gzipSync(html).length).toBeLessThanOrEqual(14 * 1024);
  });

  test('the form and the receipt too', async () => {
    const form = await post(`/${language}/ask`, { topic: 'return' }, '192.0.2.50');
    expect(gzipSync(form.html).length).toBeLessThanOrEqual(14 * 1024);
    const sent = await post(`/${language}/ask`, filled(hidden(form.html, 'receipt')), '192.0.2.50');
    expect([sent.status, (sent.html.match(/<li>/g) ?? []).length >= 7]).toEqual([200, true]);
    expect(form.html + sent.html).not.toMatch(/<script|>(form|receipt|start)\.[a-z]/i);
  });
});

test('a page that anybody may be shown holds no receipt; the form does, and no two are the same', async () => {
  expect(hidden(await (await get('/en/ask')).text(), 'receipt')).toBe('');
  const receipts = await Promise.all(Array.from({ length: 20 }, () => openForm()));
  expect(new Set(receipts).size).toBe(20);
  const { headers } = await post('/en/ask', { topic: 'problem' });
  expect(headers.get('cache-control')).toBe('no-store');
});

test('a refused form keeps what was typed and its receipt', async () => {
  const receipt = await openForm();
  const typed = filled(receipt, { text: '', way: 'call', hours: 'after <b>eight</b>' });
  const { status, html } = await post('/en/ask', typed);
  expect(status).toBe(422);
  expect(hidden(html, 'receipt')).toBe(receipt);
  expect(html).toContain('after &lt;b&gt;eight&lt;/b&gt;');
  expect(html).toContain('href="#ask-phone"');
});

test.each(['ps', 'tg', 'ckb', 'fr', 'am'])(
  'a form refused in %s says why in that language, not in English',
  async (language) => {
    const typed = filled(await openForm('192.0.2.60'), { text: '', way: 'call', phone: '12' });
    const { status, html } = await post(`/${language}/ask`, typed, '192.0.2.60');
    expect(status).toBe(422);
    const said = [...html.matchAll(/<p class="ask-error"[^>]*>.*?<\/p>/gsu)].map(([text]) => text);
    expect(said.length).toBeGreaterThan(0);
    expect(said.join(' ')).not.toContain('lang="en"');
    const summary = /<div class="ask-problem".*?<\/div>/su.exec(html)?.[0];
    expect(summary).toBeDefined();
    expect(summary).not.toContain('lang="en"');
  },
);

test('sending twice shows the same receipt and asks once', async () => {
  const receipt = await openForm();
  const before = await count('question');
  const [first, second] = await Promise.all([
    post('/en/ask', filled(receipt), '192.0.2.2'),
    post('/en/ask', filled(receipt), '192.0.2.2'),
  ]);
  const words = ({ html }: { html: string }) => html.match(/<ol.*?<\/ol>/s)?.[0];
  expect(words(first)).toBeDefined();
  expect(words(second)).toBe(words(first));
  expect(await count('question')).toBe(before + 1);
});

test('somebody who is signed in asks as nobody, too', async () => {
  const { actor } = await addTestStaff(house, centre.coordinator.actor, ['counsellor'], centre.siteIds[0]);
  const before = await count('question');
  const receipt = await openForm('192.0.2.3');
  const { status } = await post('/en/ask', filled(receipt), '192.0.2.3', `serai=${actor.sessionToken}`);
  expect([status, await count('question')]).toEqual([200, before + 1]);
});

describe('coming back', () => {
  test('unknown, deleted and mistyped receipts are answered word for word the same', async () => {
    const receipt = await openForm('192.0.2.4');
    await post('/en/ask', filled(receipt), '192.0.2.4');
    expect((await post('/en/answer', { step: 'open', receipt }, '192.0.2.4')).html).toContain(
      'What can I do?',
    );
    const unsure = await post('/en/answer', { step: 'delete', receipt }, '192.0.2.4');
    expect([unsure.status, unsure.html.includes('Tick this first')]).toEqual([422, true]);
    await post('/en/answer', { step: 'delete', receipt, sure: 'yes' }, '192.0.2.4');
    const answers = [];
    for (const typed of [receipt, 'zoo zoo zoo zoo zoo zoo zoo', 'not a receipt at all'])
      for (const step of ['open', 'again', 'delete']) {
        const fields = { step, receipt: typed, text: 'hello', sure: 'yes', after: '1' };
        const { status, html } = await post('/en/answer', fields, `192.0.2.${60 + answers.length}`);
        answers.push(`${status} ${html.replaceAll(typed, '…')}`);
      }
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toMatch(/^404/);
  });

  test('an address that tries many receipts has to wait, and others do not', async () => {
    const tries = [];
    for (let at = 0; at < 40; at += 1)
      tries.push((await post('/en/answer', { step: 'open', receipt: `zoo ${at}` }, '198.51.100.1')).status);
    expect([tries[0], tries.at(-1)]).toEqual([404, 429]);
    expect((await post('/en/answer', { step: 'open', receipt: 'zoo' }, '198.51.100.2')).status).toBe(404);
    // No work was done for it, so nobody has to wait for it either.
    expect((await post('/en/answer', { step: 'open', receipt: ' ' }, '198.51.100.1')).status).toBe(404);
  });

  test('what was typed is shown as text and nothing else', async () => {
    const receipt = await openForm('192.0.2.5');
    await post(
      '/en/ask',
      filled(receipt, { text: '<img src=x onerror=alert(1)> [a](javascript:b)' }),
      '192.0.2.5',
    );
    const { html } = await post('/en/answer', { step: 'open', receipt }, '192.0.2.5');
    expect(html).toContain('&lt;img src=x');
    expect(html).not.toMatch(/<img|href="javascript/);
  });
});

describe('a thousand hostile submissions', () => {
  test('from one address take no place from another', async () => {
    const hostile = '198.51.100.9';
    const before = await count('question');
    const statuses = new Map<number, number>();
    const junk = ['A'.repeat(2_001), '\u202Eevil', "'); drop table question; --", 'spam', '😀'.repeat(900)];
    for (let at = 0; at < 1_000; at += 50) {
      const batch = Array.from({ length: 50 }, (_, each) => {
        const text = junk[(at + each) % junk.length] ?? '';
        return post(
          '/en/ask',
          filled('zoo '.repeat(7).trim(), { text, website: 'x', [`field${each}`]: text }),
          hostile,
        );
      });
      for (const { status } of await Promise.all(batch))
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
    expect([...statuses.keys()].every((status) => [422, 429, 503].includes(status))).toBe(true);
    expect(await count('question')).toBe(before);
    const receipt = await openForm('203.0.113.5');
    const { status, html } = await post('/en/ask', filled(receipt), '203.0.113.5');
    expect([status, html.includes(receipt.split(' ')[0] ?? '')]).toEqual([200, true]);
    expect(await count('question')).toBe(before + 1);
  });

  test('from many addresses put a plain question to everybody, which a person answers', async () => {
    for (let at = 0; at < 100; at += 1) {
      const address = `203.0.${at}.7`;
      await post('/en/ask', filled(await openForm(address)), address);
    }
    const receipt = await openForm('203.0.113.200');
    const asked = await post('/en/ask', filled(receipt), '203.0.113.200');
    expect(asked.status).toBe(422);
    const words = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
    const [, first = '', second = ''] = /How much is (\w+) and (\w+)\?/.exec(asked.html) ?? [];
    const sum = words.indexOf(first) + words.indexOf(second) + 2;
    const wrong = await post('/en/ask', filled(receipt, { sum: '99' }), '203.0.113.200');
    expect(wrong.html).toContain('This is not the right number');
    const persian = [...String(sum)].map((digit) => String.fromCodePoint(0x6f0 + Number(digit))).join('');
    const right = await post('/en/ask', filled(receipt, { sum: persian }), '203.0.113.200');
    expect([right.status, right.html.includes('We have your question')]).toEqual([200, true]);
  });
});
