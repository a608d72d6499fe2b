import { expect, it } from 'vitest';
import { createPublicCache } from './public-cache.server.ts';

function counter(status = 200) {
  let made = 0;
  const make = async () =>
    new Response(`page ${(made += 1)}`, { status, headers: { 'content-type': 'text/html' } });
  return { make, made: () => made };
}

it('does not keep a page that could not be made, nor an answer that is no page', async () => {
  const cache = createPublicCache(() => 0);
  await expect(cache.answer('a', null, () => Promise.reject(new Error('gone')))).rejects.toThrow('gone');
  const missing = counter(404);
  await cache.answer('a', null, missing.make);
  expect((await cache.answer('a', null, missing.make)).status).toBe(404);
  expect(missing.made()).toBe(2);
});

it('renders once for a crowd, and anew when some seconds have gone', async () => {
  let time = 0;
  const cache = createPublicCache(() => time);
  const page = counter();
  const texts = await Promise.all(
    Array.from({ length: 20 }, async () => (await cache.answer('en /', null, page.make)).text()),
  );
  expect(new Set(texts)).toEqual(new Set(['page 1']));
  time = 3_000;
  expect(await (await cache.answer('en /', null, page.make)).text()).toBe('page 2');
  expect(await (await cache.answer('ar /', null, page.make)).text()).toBe('page 3');
});

it('forgets all when something was written', async () => {
  const cache = createPublicCache(() => 0);
  const page = counter();
  await cache.answer('a', null, page.make);
  cache.clear();
  await cache.answer('a', null, page.make);
  expect(page.made()).toBe(2);
});

it('sends nothing to a browser that has the page already', async () => {
  const cache = createPublicCache(() => 0);
  const page = counter();
  const etag = (await cache.answer('a', null, page.make)).headers.get('etag') ?? '';
  const again = await cache.answer('a', `W/${etag}`, page.make);
  expect(again.status).toBe(304);
  expect(await again.text()).toBe('');
});

it('does not grow without end', async () => {
  const cache = createPublicCache(() => 0);
  const page = counter();
  for (let at = 0; at < 250; at += 1) await cache.answer(`page ${at}`, null, page.make);
  await cache.answer('page 0', null, page.make);
  expect(page.made()).toBe(251);
});
