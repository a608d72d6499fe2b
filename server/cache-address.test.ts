import { describe, expect, it } from 'vitest';
import { isSharedPath, keptQuery, languageIn } from './cache-address.ts';

describe('a path that is kept', () => {
  it.each([
    '/staff',
    '/staff/people',
    '/staff.data',
    '/setup/x',
    '/api/v1/guides',
    '/leave',
    '/healthz',
    '/assets/a.js',
    '/en/guides/x.data',
    '/EN',
    '/en/',
    '//en',
    '/en//guides',
    '/en/Guides',
    '/en/guides/%61',
    `/en/${'a'.repeat(400)}`,
  ])('is not %s', (path) => expect(isSharedPath(path)).toBe(false));

  it.each(['/', '/en', '/fa-AF', '/fa-AF/guides/passport', '/sitemap.xml', '/ur/guides/x/leaflet.pdf'])(
    'is %s',
    (path) => expect(isSharedPath(path)).toBe(true),
  );

  it('says its language in the first part, or not at all', () => {
    expect(languageIn('/fa-AF/guides/x')).toBe('fa-AF');
    expect(languageIn('/ar')).toBe('ar');
    expect(languageIn('/')).toBeUndefined();
    expect(languageIn('/sitemap.xml')).toBeUndefined();
    expect(languageIn('/constructor')).toBeUndefined();
  });
});

describe('a query', () => {
  it('loses what the page does not read', () => {
    expect(keptQuery('?utm_source=a&fbclid=b', [])).toBe('');
    expect(keptQuery('?utm_source=a&q=visa&__proto__=x', ['q'])).toBe('?q=visa');
  });

  it('is the same however it is written', () => {
    const parameters = ['route', 'work', 'paid.*'];
    const one = keptQuery('?work=domestic&route=direct&served=&paid.visa=5', parameters);
    expect(one).toBe('?paid.visa=5&route=direct&work=domestic');
    expect(keptQuery('?route=%64irect&paid.visa=+5+&x=1&work=domestic', parameters)).toBe(one);
  });

  it('of a long form left mostly empty keeps what was filled in', () => {
    const empty = Array.from({ length: 60 }, (_, at) => `a-${at}=`).join('&');
    expect(keptQuery(`?${empty}&wage=1200`, ['wage', 'a-*'])).toBe('?wage=1200');
  });

  it('is bounded in every way', () => {
    expect(keptQuery(`?q=${'x'.repeat(5_000)}`, ['q'])).toHaveLength(203);
    expect(keptQuery(`?${'q=1&'.repeat(5_000)}`, ['q']).length).toBeLessThan(200);
    expect(keptQuery('?q=%ED%A0%80%00a', ['q'])).toBe(
      `?${new URLSearchParams({ q: '\ufffd\ufffd\ufffd\u0000a' })}`,
    );
    expect(keptQuery('?%&&=&q', ['q'])).toBe('');
  });
});
