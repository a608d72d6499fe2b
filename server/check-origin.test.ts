import { describe, expect, it } from 'vitest';
import { checkOrigin } from './check-origin.server.ts';

const here = new URL('https://centre.example/staff/people');
const ask = (headers: Record<string, string>, hasSession = true, method = 'POST') =>
  checkOrigin(new Request(here, { method, headers }), here, hasSession);

describe('a write', () => {
  it.each([
    { 'sec-fetch-site': 'cross-site', origin: 'https://centre.example' },
    { 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': 'none' },
    { origin: 'https://evil.example' },
    { origin: 'http://centre.example' },
    { origin: 'https://centre.example:8443' },
    { origin: 'null' },
    { referer: 'https://evil.example/https://centre.example' },
    { 'content-type': 'application/json' },
    {},
  ])('is refused with a session and %j', (headers) => {
    expect(() => ask(headers as Record<string, string>)).toThrow(
      expect.objectContaining({ code: 'foreign-origin', status: 403 }),
    );
  });

  it('is refused from another origin without a session too', () => {
    expect(() => ask({ origin: 'https://evil.example' }, false)).toThrow();
  });

  it('is taken from this site', () => {
    ask({ 'sec-fetch-site': 'same-origin', origin: 'https://centre.example' });
    ask({ origin: 'https://centre.example' });
    ask({ referer: 'https://centre.example/staff' });
  });

  it('is taken from a text browser that says nothing and carries no session', () => ask({}, false));
});

it('looking needs no origin', () => ask({}, true, 'GET'));
