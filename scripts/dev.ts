import { createServer as createHttpServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { createServer as createViteServer } from 'vite';
import type * as Server from '../server/main.ts';

// The workspace while one writes it: pages reload as they are saved, the house is opened once.
process.env['NODE_ENV'] ??= 'development';

const { openHouse } = await import('#platform/house.server.ts');
const { readConfig } = await import('#platform/config.server.ts');
const { composePolicy } = await import('#platform/policy/policy.ts');
const { permissions } = await import('#app/permissions.ts');

const config = readConfig(process.env, { dataDir: process.env['SERAI_DATA_DIR'] ?? 'data/dev' });
const house = await openHouse(config, { policy: composePolicy(permissions) });
const http = createHttpServer();
const vite = await createViteServer({
  server: { middlewareMode: true, hmr: { server: http } },
  appType: 'custom',
});

const listener = getRequestListener(
  async (request, env) => {
    const server = (await vite.ssrLoadModule('/server/main.ts')) as typeof Server;
    return server.createApp(house).fetch(request, env);
  },
  { overrideGlobalObjects: false },
);
http.on('request', (incoming, outgoing) =>
  vite.middlewares(incoming, outgoing, () => void listener(incoming, outgoing)),
);
http.listen(config.port, config.host, () => console.log(`http://${config.host}:${config.port}`));

process.once('SIGINT', () => void stop());
process.once('SIGTERM', () => void stop());

async function stop() {
  http.closeAllConnections();
  await vite.close();
  await house.close();
  process.exit(0);
}
