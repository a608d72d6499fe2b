import { expect, it } from 'vitest';
import { keepAnswer } from './kept-answer.server.ts';
import { createPublicCache, type Made } from './public-cache.server.ts';

function counter(size = 10) {
  let made = 0;
  const make = async (): Promise<Made> => {
    made += 1;
    const body = new TextEncoder().encode(`${made}`.padEnd(size, 'x'));
    return { kept: await keepAnswer(body, { 'Content-Type': 'application/pdf' }, '/:language') };
  };
  return { make, made: () => made };
}

it('does not keep what could not be made, what is no page, and what is for one person only', async () => {
  const cache = createPublicCache();
  await expect(cache.make('a', '1', false, () => Promise.reject(new Error('gone')))).rejects.toThrow('gone');
  await cache.make('a', '1', false, async () => ({}));
  await cache.make('a', '1', false, async () => ({
    passing: { status: 404, headers: [], body: new Uint8Array() },
  }));
  expect(cache.find('a', '1')).toBeUndefined();
  expect(cache.findOld('a')).toBeUndefined();
});

it('keeps nothing while nobody knows the revision', async () => {
  const cache = createPublicCache();
  await cache.make('a', undefined, false, counter().make);
  expect(cache.findOld('a')).toBeUndefined();
});

it('makes a page once for a crowd, and anew for who asks at another revision meanwhile', async () => {
  const cache = createPublicCache();
  const page = counter();
  const crowd = Array.from({ length: 20 }, () => cache.make('a', '1', false, page.make));
  const later = cache.make('a', '2', false, page.make);
  expect(new Set((await Promise.all(crowd)).map(({ kept }) => kept?.etag)).size).toBe(1);
  await later;
  expect(page.made()).toBe(2);
});

it('serves a page at its own revision only, and has the old one for a bad day', async () => {
  const cache = createPublicCache();
  await cache.make('a', '1', false, counter().make);
  expect(cache.find('a', '1')).toBeDefined();
  expect(cache.find('a', '2')).toBeUndefined();
  expect(cache.findOld('a')).toBeDefined();
});

it('makes a page anew after ten minutes, and after two seconds when the content had just changed', async () => {
  let time = 0;
  let steady = 60_000;
  const cache = createPublicCache({ now: () => time, steadyFor: () => steady });
  await cache.make('a', '1', false, counter().make);
  time = 9 * 60_000;
  expect(cache.find('a', '1')).toBeDefined();
  time = 11 * 60_000;
  expect(cache.find('a', '1')).toBeUndefined();
  steady = 100;
  await cache.make('a', '1', false, counter().make);
  time += 2_001;
  expect(cache.find('a', '1')).toBeUndefined();
});

it('takes no more memory than it may, and lets go what was not asked for the longest', async () => {
  const cache = createPublicCache({ limits: { pages: 100_000, many: 50_000, single: 30_000 } });
  for (const key of ['a', 'b', 'c', 'd']) await cache.make(key, '1', false, counter(20_000).make);
  cache.find('a', '1');
  await cache.make('e', '1', false, counter(20_000).make);
  expect(cache.size().pages).toBeLessThanOrEqual(100_000);
  expect(['a', 'b', 'c', 'd', 'e'].filter((key) => cache.find(key, '1'))).toEqual(['a', 'c', 'd', 'e']);
  await cache.make('big', '1', false, counter(40_000).make);
  expect(cache.findOld('big')).toBeUndefined();
});

it('does not let searches take the room of pages', async () => {
  const cache = createPublicCache({ limits: { pages: 100_000, many: 50_000, single: 30_000 } });
  await cache.make('page', '1', false, counter().make);
  for (let at = 0; at < 100; at += 1) await cache.make(`?q=${at}`, '1', true, counter().make);
  expect(cache.find('page', '1')).toBeDefined();
  expect(cache.find('?q=99', '1')).toBeDefined();
  expect(cache.find('?q=0', '1')).toBeUndefined();
  expect(cache.size().many).toBeLessThanOrEqual(50_000);
});
