import { describe, expect, it } from 'vitest';
import { openCookieJar } from './cookie-jar.server.ts';

const token = 'a'.repeat(43);
const secure = new URL('https://centre.example/staff');
const loopback = new URL('http://127.0.0.1:4380/staff');
const plain = new URL('http://192.168.1.20:4380/staff');

describe('a session', () => {
  it('is neither set nor read over a plain line through the network', () => {
    const jar = openCookieJar(`serai=${token}; __Host-serai=${token}`, plain);
    expect(jar.sessionToken).toBeUndefined();
    expect(jar.setSession(token, new Date(0))).toBe(false);
    expect(jar.headers).toEqual([]);
  });

  it('is not taken from a cookie that another host could have planted', () => {
    expect(openCookieJar(`serai=${token}`, secure).sessionToken).toBeUndefined();
  });

  it('is not taken when it does not look like a token of ours', () => {
    expect(openCookieJar('serai=short', loopback).sessionToken).toBeUndefined();
    expect(openCookieJar(`serai=${'a'.repeat(300)}`, loopback).sessionToken).toBeUndefined();
  });

  it('travels in a host-bound, script-proof cookie over TLS', () => {
    const jar = openCookieJar(`__Host-serai=${token}`, secure);
    expect(jar.sessionToken).toBe(token);
    expect(jar.setSession(token, new Date('2026-03-10T19:00:00Z'))).toBe(true);
    expect(jar.headers[0]).toBe(
      `__Host-serai=${token}; Expires=Tue, 10 Mar 2026 19:00:00 GMT; Path=/; HttpOnly; SameSite=Lax; Secure`,
    );
  });

  it('that waits beside another is bound to the host as well, and six at most are looked at', () => {
    const many = Array.from({ length: 9 }, () => token).join('.');
    expect(openCookieJar(`serai-waiting=${token}`, secure).waitingSessions).toEqual([]);
    expect(openCookieJar(`__Host-serai-waiting=${many}.short`, secure).waitingSessions).toHaveLength(6);
    expect(openCookieJar(`serai-waiting=${token}`, plain).waitingSessions).toEqual([]);
    const jar = openCookieJar(null, secure);
    jar.keepWaiting([token, token], 60);
    jar.keepWaiting([], 60);
    expect(jar.headers).toEqual([
      `__Host-serai-waiting=${token}.${token}; Max-Age=60; Path=/; HttpOnly; SameSite=Lax; Secure`,
      '__Host-serai-waiting=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax; Secure',
    ]);
  });

  it('may travel in a plain cookie on the machine itself', () => {
    expect(openCookieJar(`serai=${token}`, loopback).sessionToken).toBe(token);
  });
});
