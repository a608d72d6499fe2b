import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type House, programDir } from '#platform/house.server.ts';
import type * as Web from '../main.ts';

interface App {
  fetch(request: Request, env?: object): Response | Promise<Response>;
}

export interface WebHalf {
  createApp(house: House): App;
  startServer: typeof Web.startServer;
}

/** The built half of the program: pages, API and HTTP shell in one bundle. Build it first. */
export async function loadWeb(): Promise<WebHalf> {
  return (await import(pathToFileURL(join(programDir, 'build/server/main.js')).href)) as typeof Web;
}
