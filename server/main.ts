import * as build from 'virtual:react-router/server-build';
import { resolveActor } from '#modules/staff/index.server.ts';
import { resolveToken } from '#modules/integrations/index.server.ts';
import { keepSecret } from '#modules/sealing/index.server.ts';
import type { House } from '#platform/house.server.ts';
import { whenProven } from '#platform/vault/proven-secret.server.ts';
import { createApi } from './api.server.ts';
import { type AppParts, assembleApp, type WebApp } from './app.server.ts';
import { contentRevision } from '#modules/guides/index.server.ts';

export { serveHouse } from './cli/serve-house.ts';
export { startServer } from './start-server.server.ts';

/** The web side of a house. Everything that a running server needs comes from this one bundle. */
export function createApp(house: House, parts: Partial<AppParts> = {}): WebApp {
  // Whoever signs in rightly here can open the house after its next start.
  whenProven(house, keepSecret);
  return assembleApp(house, {
    build,
    resolveActor,
    resolveToken,
    api: createApi,
    contentRevision,
    ...parts,
  });
}
