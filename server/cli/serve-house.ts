import { join } from 'node:path';
import type { House } from '#platform/house.server.ts';
import { programDir } from '#platform/program-dir.server.ts';
import { createTranslators } from '#platform/language/translators.server.ts';
import type { Log } from '#platform/log.server.ts';
import { Problem } from '#platform/problem.ts';
import { offerPanicLock } from '#platform/vault/panic-lock.server.ts';
import { answerHouse } from './answer-house.ts';
import { createGate } from './gate.ts';
import type { WebHalf } from './load-web.ts';
import { openCentre } from './open-centre.ts';
import type { Serving, ServingEars, ServingOrder } from './serving.ts';
import { openUnlockDoor, type UnlockDoor } from './unlock-door.ts';

/** How long open requests may take before an end goes on without them. */
const patience = 20_000;

/**
 * Listens with a closed door, and serves the house behind it once it is opened, in this process.
 * @throws Problem `port.taken`, `port.refused`
 */
export async function serveHouse(
  { config, tls, fd }: ServingOrder,
  { log, web, ears }: { log: Log; web: WebHalf; ears: ServingEars },
): Promise<Serving> {
  const gate = createGate(createTranslators({ dir: join(programDir, 'locales') }));
  const server = await web.startServer(gate, {
    host: config.host,
    port: config.port,
    ...(fd !== undefined && { fd }),
    ...(tls && { tls }),
  });
  let house: House | undefined;
  let door: UnlockDoor | undefined;
  let leave = () => {};
  const ended = new Promise<void>((resolve) => (leave = resolve));

  const present = (): House => {
    if (!house) throw new Problem('server.paused', 503);
    return house;
  };

  async function shut() {
    await gate.close(patience);
    await house?.close();
    house = undefined;
  }

  return {
    url: server.url,
    ended,
    async open(order) {
      house = await openCentre(config, log, order);
      offerPanicLock(house, () => ears.onLock());
      await house.onUnlock(() => ears.onUnlocked());
      const app = web.createApp(house);
      gate.open((request, env) => app.fetch(request, env));
      door = await openUnlockDoor(config.dataDir, present);
    },
    ask: (question, about) => answerHouse(present(), { question, about, url: server.url, door }),
    async stop() {
      await door?.close();
      await shut();
      await server.stop();
      leave();
    },
    kill() {
      void shut().then(() => server.stop());
      leave();
    },
  };
}
