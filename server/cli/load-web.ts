import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { House } from '#platform/house.server.ts';
import { programDir } from '#platform/program-dir.server.ts';
import type * as Web from '../main.ts';

interface App {
  fetch(request: Request, env?: object): Response | Promise<Response>;
}

export interface WebHalf {
  createApp(house: House): App;
  startServer: typeof Web.startServer;
}

/**
 * The built half of the program: pages, API, HTTP shell and what serves them, in one bundle. Build it first. It loads in a
 * fraction of the time that the sources take.
 */
export async function loadWeb(): Promise<WebHalf & Pick<typeof Web, 'serveHouse'>> {
  return (await import(pathToFileURL(join(programDir, 'build/server/main.js')).href)) as typeof Web;
}
