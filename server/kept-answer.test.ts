import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { answerWith, keepAnswer } from './kept-answer.server.ts';

const html = '<p>مرحبا</p>'.repeat(200);
const keep = (type = 'text/html; charset=utf-8', text = html) =>
  keepAnswer(new TextEncoder().encode(text), { 'Content-Type': type, Vary: 'Cookie' }, '/:language');
const asking = { method: 'GET', acceptEncoding: null, ifNoneMatch: null, userAgent: null };
const bytesOf = async (answer: Response) => new Uint8Array(await answer.arrayBuffer());

describe('an answer that is kept', () => {
  it.each([
    ['gzip, deflate, br', 'br'],
    ['gzip', 'gzip'],
    ['br;q=0, gzip', 'gzip'],
    ['br;q=0.0,gzip;q=0', null],
    ['identity', null],
    ['', null],
  ])('comes in the smallest coding that is taken: "%s"', async (acceptEncoding, coding) => {
    const answer = answerWith(await keep(), { ...asking, acceptEncoding });
    expect(answer.headers.get('content-encoding')).toBe(coding);
    const bytes = await bytesOf(answer);
    expect(Number(answer.headers.get('content-length'))).toBe(bytes.length);
    const plain =
      coding === 'br' ? brotliDecompressSync(bytes) : coding === 'gzip' ? gunzipSync(bytes) : bytes;
    expect(new TextDecoder().decode(plain)).toBe(html);
  });

  it('is not pressed when it is pressed already', async () => {
    const answer = answerWith(await keep('application/pdf'), { ...asking, acceptEncoding: 'gzip, br' });
    expect(answer.headers.get('content-encoding')).toBeNull();
  });

  it('is not sent to who has it, whatever stood on the way between', async () => {
    const kept = await keep();
    for (const ifNoneMatch of [kept.etag, kept.etag.slice(2), `"other", ${kept.etag}`, '*']) {
      const answer = answerWith(kept, { ...asking, ifNoneMatch });
      expect(answer.status).toBe(304);
      expect(answer.headers.get('etag')).toBe(kept.etag);
      expect(answer.headers.get('content-length')).toBeNull();
      expect(await answer.text()).toBe('');
    }
    expect(answerWith(kept, { ...asking, ifNoneMatch: '"other", ,' }).status).toBe(200);
  });

  it('says of itself what it would send', async () => {
    const answer = answerWith(await keep(), { ...asking, method: 'HEAD' });
    expect(answer.headers.get('content-length')).toBe(String(new TextEncoder().encode(html).length));
    expect(await answer.text()).toBe('');
  });

  it('stays in no browser that would show it after leaving, unless it is no page', async () => {
    const chromium =
      'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 Chrome/150.0.0.0 Mobile Safari/537.36';
    const headers = { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-cache' };
    const page = await keepAnswer(new TextEncoder().encode(html), headers, '/:language');
    const sheet = await keepAnswer(new Uint8Array(9), { ...headers, 'Content-Type': 'application/pdf' }, '/');
    const said = (kept: typeof page, userAgent: string | null) =>
      answerWith(kept, { ...asking, userAgent }).headers.get('cache-control');
    expect(said(page, null)).toBe('no-store');
    expect(said(page, 'Mozilla/5.0 (Android 14; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0')).toBe(
      'no-store',
    );
    expect(said(page, chromium)).toBe('no-cache');
    expect(said(sheet, null)).toBe('no-cache');
  });

  it('has the same name at another revision when nothing in it changed', async () => {
    expect((await keep()).etag).toBe((await keep()).etag);
    expect((await keep()).etag).not.toBe((await keep(undefined, `${html} `)).etag);
  });
});
