import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';

/** A server with nothing behind it: the same bytes and headers by a bare Hono handler, or two letters by Node.js alone. */
export interface PeerOrder {
  kind: 'hono' | 'node';
  headers: Record<string, string>;
  body: string;
}

process.on('message', ({ kind, headers, body }: PeerOrder) => {
  const bytes = new Uint8Array(Buffer.from(body, 'base64'));
  if (kind === 'node') {
    const server = createServer((_, answer) => answer.end('ok'));
    server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
    return;
  }
  const app = new Hono().get('*', (c) => c.body(bytes, 200, headers));
  serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => process.send?.(port));
});
