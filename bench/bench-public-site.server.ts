import { openDemoCentre, reopenDemoCentre } from '#app/demo/open-demo-centre.server.ts';
import { seedToday } from '#app/demo/seed-today.server.ts';
import { peopleIndex } from '#modules/clients/people-index.server.ts';
import { addDays } from '#platform/language/local-day.ts';
import { createGate } from '#server/cli/gate.ts';
import { loadWeb } from '#server/cli/load-web.ts';
import { openBenchHouse, openNeighbour } from './bench-house.server.ts';
import { publishBenchGuide, publishBenchGuides } from './bench-public-guides.server.ts';
import { signInAs } from './bench-session.server.ts';

/** A centre with published pages, served twice: by two houses that share nothing but the database. */
export interface ServedSite {
  urls: [string, string];
  /** A coordinator's session. */
  cookie: string;
}

const [dir = ''] = process.argv.slice(2);
const { house, servers, close } = await openBenchHouse(dir);
const neighbour = await openNeighbour(dir, servers);
const web = await loadWeb();
const today = new Date().toISOString().slice(0, 10);
let centre: Awaited<ReturnType<typeof openDemoCentre>>;

process.on('message', (message: { ask: 'open' | 'publish' }) => {
  void (message.ask === 'open' ? open() : publish()).then((answer) => process.send?.(answer));
});
process.once('SIGTERM', () => {
  void neighbour
    .close()
    .then(close)
    .finally(() => process.exit(0));
});

async function open(): Promise<ServedSite> {
  centre =
    (await reopenDemoCentre(house)) ?? (await openDemoCentre(house, 'bench-centre', addDays(today, -2)));
  await publishBenchGuides(house, centre);
  await seedToday(house, 'bench-today', centre, 500);
  await peopleIndex(house).ready;
  const serve = async (served: typeof house) => {
    const gate = createGate(served.translators);
    const app = web.createApp(served);
    gate.open((request, env) => app.fetch(request, env));
    return (await web.startServer(gate, { host: '127.0.0.1', port: 0 })).url;
  };
  const urls: [string, string] = [await serve(house), await serve(neighbour)];
  return { urls, cookie: `serai=${await signInAs(house, 'coordinator')}` };
}

/** Publishes a page through the operations, and says where it stands and when it was done. */
async function publish(): Promise<{ path: string; at: number }> {
  const path = await publishBenchGuide(house, centre);
  return { path, at: Date.now() };
}
