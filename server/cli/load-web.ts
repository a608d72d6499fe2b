import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { programDir } from '#platform/house.server.ts';
import type * as Web from '../main.ts';

/** The built half of the program: pages, API and HTTP shell in one bundle. Build it first. */
export async function loadWeb(): Promise<Pick<typeof Web, 'createApp' | 'startServer'>> {
  return (await import(pathToFileURL(join(programDir, 'build/server/main.js')).href)) as typeof Web;
}
