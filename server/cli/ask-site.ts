import { existsSync, readFileSync } from 'node:fs';
import { request as plainRequest } from 'node:http';
import { request as secureRequest } from 'node:https';
import { join } from 'node:path';
import type { Config } from '#platform/config.server.ts';
import { openHouse } from '#platform/house.server.ts';
import { createLog } from '#platform/log.server.ts';
import { composePolicy } from '#platform/policy/policy.ts';
import { permissions } from '#app/permissions.ts';
import { ensureBuild } from './ensure-build.ts';
import { loadWeb } from './load-web.ts';
import { findRunningServer } from './server-record.ts';
import { withServers } from './with-databases.ts';

export type AskSite = (path: string) => Promise<Response>;

interface AskOptions {
  onBuild(): void;
}

/**
 * The public site for a command: the running server, or the same program opened for as long as the work takes.
 * @throws Problem `backup.no-data` when there is no house yet
 */
export async function withSite<Result>(
  config: Config,
  { onBuild }: AskOptions,
  work: (ask: AskSite) => Promise<Result>,
): Promise<Result> {
  const running = await findRunningServer(config.dataDir);
  if (running) return work((path) => askServer(config, running.url + path));
  await ensureBuild(onBuild);
  return withServers(config, async (servers) => {
    const house = await openHouse(config, {
      policy: composePolicy(permissions),
      log: createLog('silent'),
      servers: { ...servers, stop: async () => {} },
      // The public half needs no key, so none is touched.
      sealed: true,
    });
    try {
      const app = (await loadWeb()).createApp(house);
      const origin = config.publicUrl ?? 'http://localhost';
      return await work(async (path) => app.fetch(new Request(new URL(path, origin))));
    } finally {
      await house.close();
    }
  });
}

/** The server of this computer, also over HTTPS with the centre's own authority, which no system knows. */
function askServer(config: Config, address: string): Promise<Response> {
  const url = new URL(address);
  const authority = join(config.dataDir, 'tls', 'authority.crt');
  const isSecure = url.protocol === 'https:';
  const trust = isSecure && existsSync(authority) ? { ca: readFileSync(authority, 'utf8') } : {};
  const send = isSecure ? secureRequest : plainRequest;
  return new Promise((resolve, reject) => {
    const request = send(url, { ...trust, headers: { accept: 'text/html' } }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('error', reject);
      answer.on('end', () => resolve(new Response(Buffer.concat(chunks), { status: answer.statusCode })));
    });
    request.on('error', reject);
    request.end();
  });
}
