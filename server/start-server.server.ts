import { createServer as createPlainServer } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { Problem } from '#platform/problem.ts';
import { limitSenders } from './limit-senders.server.ts';

export interface ServerOptions {
  host: string;
  /** 0 for any free port. */
  port: number;
  tls?: { key: string; cert: string };
  /** A port that is bound already, as a file descriptor; host and port are then only names. */
  fd?: number;
}

export interface RunningServer {
  /** Address to open, with the port that was taken. */
  url: string;
  port: number;
  /** Takes no new requests, lets the open ones end (10 s at most), then closes. */
  stop(): Promise<void>;
}

interface Fetcher {
  fetch(request: Request, env?: object): Response | Promise<Response>;
}

const grace = 10_000;
const connections = 1_000;
/** Of one sender: an office behind one address, with several tabs each. */
const connectionsOfOne = 120;

/** Listens. @throws Problem `port.taken`, `port.refused` with what to do */
export async function startServer(
  app: Fetcher,
  { host, port, tls, fd }: ServerOptions,
): Promise<RunningServer> {
  // A slow line is common here, a connection that sends nothing for long is not.
  const patience = { headersTimeout: 20_000, requestTimeout: 120_000, keepAliveTimeout: 10_000 };
  const server = createAdaptorServer({
    fetch: (request, env) => app.fetch(request, env),
    overrideGlobalObjects: false,
    ...(tls
      ? {
          createServer: createSecureServer,
          serverOptions: { ...patience, key: tls.key, cert: tls.cert, minVersion: 'TLSv1.2' as const },
        }
      : { createServer: createPlainServer, serverOptions: patience }),
  });
  // Each open connection may hold an unfinished body of a megabyte: their number is bounded too.
  server.maxConnections = connections;
  limitSenders(server, { most: connectionsOfOne });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(listenProblem(error, port)));
    if (fd === undefined) server.listen(port, host, () => resolve());
    else server.listen({ fd }, () => resolve());
  });
  const taken = (server.address() as AddressInfo).port;
  return {
    url: `${tls ? 'https' : 'http'}://${shownHost(host)}:${taken}`,
    port: taken,
    stop: () =>
      new Promise((resolve) => {
        const timer = setTimeout(
          () => 'closeAllConnections' in server && server.closeAllConnections(),
          grace,
        );
        server.close(() => {
          clearTimeout(timer);
          resolve();
        });
        if ('closeIdleConnections' in server) server.closeIdleConnections();
      }),
  };
}

function shownHost(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}

function listenProblem(error: Error, port: number): Error {
  const code = 'code' in error ? error.code : '';
  if (code === 'EADDRINUSE') return new Problem('port.taken', 500, { params: { port }, cause: error });
  if (code === 'EACCES') return new Problem('port.refused', 500, { params: { port }, cause: error });
  return error;
}
