import { expect, test } from 'vitest';
import { rangeAnswer } from './range-answer.server.ts';

const bytes = Buffer.from('0123456789');
const ask = (headers: Record<string, string> = {}) =>
  rangeAnswer(new Request('https://a.example/en/guides/a/audio', { headers }), bytes, {
    mediaType: 'audio/mpeg',
    etag: '"a"',
  });

test('a part that lies behind the end is refused, with the length', async () => {
  const answer = ask({ range: 'bytes=20-' });
  expect([answer.status, answer.headers.get('content-range')]).toEqual([416, 'bytes */10']);
});

test.each([
  ['bytes=2-4', '234', 'bytes 2-4/10'],
  ['bytes=7-', '789', 'bytes 7-9/10'],
  ['bytes=-2', '89', 'bytes 8-9/10'],
  ['bytes=8-99', '89', 'bytes 8-9/10'],
])('%s is answered with that part', async (range, text, said) => {
  const answer = ask({ range });
  expect([answer.status, await answer.text(), answer.headers.get('content-range')]).toEqual([
    206,
    text,
    said,
  ]);
});

test.each(['bytes=-', 'bytes=0-1,4-5', 'lines=1-2'])('%s is answered with the whole', async (range) => {
  const answer = ask({ range });
  expect([answer.status, await answer.text()]).toEqual([200, '0123456789']);
});

test('who has it already gets nothing again; a part of an older recording becomes the whole new one', async () => {
  expect(ask({ 'if-none-match': '"a"' }).status).toBe(304);
  expect(ask({ range: 'bytes=2-4', 'if-range': '"old"' }).status).toBe(200);
});
