import type { WebApp } from '#server/app.server.ts';

/** What another site's page, or a frame without an origin, can make a browser send along. */
export const foreignSenders: readonly { from: string; headers: Record<string, string> }[] = [
  { from: 'another site', headers: { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' } },
  { from: 'another site, told by its origin alone', headers: { origin: 'https://evil.example' } },
  { from: 'another site without a word of its origin', headers: { 'sec-fetch-site': 'cross-site' } },
  { from: 'a neighbour below the same name', headers: { 'sec-fetch-site': 'same-site' } },
  { from: 'an address typed or a link in a mail', headers: { 'sec-fetch-site': 'none' } },
  { from: 'a sandboxed frame', headers: { origin: 'null' } },
  { from: 'the same name at another port', headers: { origin: 'http://127.0.0.1:9999' } },
  { from: 'a page that names itself in the referrer alone', headers: { referer: 'https://evil.example/' } },
  { from: 'nobody', headers: {} },
];

/** Every kind of body that a browser sends without asking first, and those for which it would ask. */
export const sentBodies: readonly { what: string; headers: Record<string, string>; body?: string }[] = [
  { what: 'nothing', headers: {} },
  { what: 'a form', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: 'a=1' },
  {
    what: 'a form with files',
    headers: { 'content-type': 'multipart/form-data; boundary=x' },
    body: '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n--x--\r\n',
  },
  { what: 'text', headers: { 'content-type': 'text/plain' }, body: '{"a":1}' },
  { what: 'JSON', headers: { 'content-type': 'application/json', 'idempotency-key': 'k' }, body: '{"a":1}' },
];

/**
 * Sends each address each body as each sender, with a session that may do everything.
 * @returns every combination that was not refused with 403; nothing, where all is well
 */
export async function findOpenWrites(
  app: WebApp,
  addresses: readonly string[],
  { origin, cookie }: { origin: string; cookie: string },
): Promise<string[]> {
  const open: string[] = [];
  for (const address of addresses) {
    for (const sender of foreignSenders) {
      for (const { what, headers, body } of sentBodies) {
        const request = new Request(origin + address, {
          method: 'POST',
          headers: { accept: 'text/html', cookie, ...headers, ...sender.headers },
          ...(body !== undefined && { body }),
        });
        const answer = await app.fetch(request);
        await answer.arrayBuffer();
        if (answer.status !== 403) open.push(`${address}, ${what}, from ${sender.from}: ${answer.status}`);
      }
    }
  }
  return open;
}
