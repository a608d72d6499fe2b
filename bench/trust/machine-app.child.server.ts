import { join } from 'node:path';
import { readConfig } from '#platform/config.server.ts';
import { programDir } from '#platform/house.server.ts';
import { createTranslators } from '#platform/language/translators.server.ts';
import { createLog } from '#platform/log.server.ts';
import { createGate } from '#server/cli/gate.ts';
import { loadWeb } from '#server/cli/load-web.ts';
import { openCentre } from '#server/cli/open-centre.ts';
import { type MachinePlant, plantInAnswers, plantInHouse } from './machine-plants.server.ts';

/** What a process that serves a centre is told, as JSON in its first argument. */
export interface MachineOrder {
  dataDir: string;
  port: number;
  plants: MachinePlant[];
}

// The serving half of `serai start`, without what only a terminal needs: it is killed and begun again every second.
const { dataDir, port, plants } = JSON.parse(process.argv[2] ?? '{}') as MachineOrder;
const log = createLog(process.env['SERAI_LOG'] === 'info' ? 'info' : 'silent');
const config = readConfig({}, { dataDir, keyFile: `${dataDir}-keys/root.key`, log: 'silent' });
const web = await loadWeb();
const gate = createGate(createTranslators({ dir: join(programDir, 'locales') }));
const server = await web.startServer(gate, { host: '127.0.0.1', port });
/** For programs that are this one and more. */
export const house = await openCentre(config, log);
plantInHouse(house, plants);
const app = web.createApp(house);
gate.open(plantInAnswers((request, env) => app.fetch(request, env), plants));
process.once('SIGTERM', () => {
  void gate
    .close(5_000)
    .then(() => server.stop())
    .then(() => house.close())
    .finally(() => process.exit(0));
});
