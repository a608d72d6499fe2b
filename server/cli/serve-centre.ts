import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { refuseUnfinishedRestore } from '#platform/backup/unfinished-restore.server.ts';
import { takeSnapshot } from '#platform/backup/snapshot.server.ts';
import type { Config } from '#platform/config.server.ts';
import { claimOwnership } from '#platform/database/embedded-owner.server.ts';
import { type House, programDir } from '#platform/house.server.ts';
import { createTranslators } from '#platform/language/translators.server.ts';
import type { Log } from '#platform/log.server.ts';
import { Problem } from '#platform/problem.ts';
import { answerPauses } from './answer-pauses.ts';
import { openControlSocket } from './control-socket.ts';
import { createGate } from './gate.ts';
import { loadWeb, type WebHalf } from './load-web.ts';
import { openCentre } from './open-centre.ts';
import { findRunningServer, writeServerRecord } from './server-record.ts';
import { recoverAddress } from './recover-address.ts';
import { setupAddress } from './setup-address.ts';

export interface ServedCentre {
  url: string;
  /** A fresh one-time address for setting up an empty centre; undefined when it is set up. */
  setupAddress(): Promise<string | undefined>;
  /** Lets the open requests end, stops jobs and databases. */
  stop(): Promise<void>;
}

interface ServeOptions {
  log: Log;
  tls?: { key: string; cert: string };
  /** The pages; as built unless told. */
  web?: WebHalf;
  /** Called when the centre cannot come back after a pause. */
  onLost(error: unknown): void;
}

/** How long open requests may take before a pause goes on without them. */
const patience = 20_000;

/**
 * Opens the house of this data folder and serves it. One server at a time looks after a data folder.
 * @throws Problem `server.already-running`, `port.taken`, `database.*`, `vault.*`
 */
export async function serveCentre(
  config: Config,
  { log, tls, web: given, onLost }: ServeOptions,
): Promise<ServedCentre> {
  const running = await findRunningServer(config.dataDir);
  if (running)
    throw new Problem('server.already-running', 500, { params: { pid: running.pid, url: running.url } });
  refuseUnfinishedRestore(config.dataDir);
  mkdirSync(config.dataDir, { recursive: true, mode: 0o700 });
  const ownership = await claimOwnership(join(config.dataDir, 'server.owner'), 'server');
  const closers: (() => Promise<void> | void)[] = [() => ownership.release()];
  const closeAll = async () => {
    for (const close of closers.splice(0).reverse()) await close();
  };
  try {
    const web = given ?? (await loadWeb());
    const gate = createGate(createTranslators({ dir: join(programDir, 'locales') }));
    // The port first: when it is taken, nothing else was touched.
    const server = await web.startServer(gate, { host: config.host, port: config.port, ...(tls && { tls }) });
    closers.push(() => server.stop());
    const centre = createCentre();
    closers.push(() => centre.end());
    await centre.open();
    const pauses = answerPauses({ pause: () => centre.pause(), resume: () => centre.open().catch(onLost) });
    const control = await openControlSocket(config.dataDir, async (question, caller) => {
      if (question.ask === 'setup-address') return { address: await centre.setupAddress(server.url) };
      if (question.ask === 'recover-access')
        return { address: await centre.recoverAccess(server.url, question.about ?? {}) };
      return pauses(question, caller);
    });
    closers.push(() => control.close());
    closers.push(await writeServerRecord(config.dataDir, { socket: control.path, url: server.url }));
    return { url: server.url, setupAddress: () => centre.setupAddress(server.url), stop: closeAll };

    /** Opening, pausing and ending wait for each other: a stop in the middle of a pause finds no half-open house. */
    function createCentre() {
      let house: House | undefined;
      let ended = false;
      let turn: Promise<unknown> = Promise.resolve();
      const inTurn = <Result>(work: () => Promise<Result>): Promise<Result> => {
        const next = turn.then(work, work);
        turn = next.catch(() => undefined);
        return next;
      };
      const close = async () => {
        await house?.close();
        house = undefined;
      };
      return {
        open: () =>
          inTurn(async () => {
            if (ended) return;
            house ??= await openCentre(config, log);
            const app = web.createApp(house);
            gate.open((request, env) => app.fetch(request, env));
          }),
        setupAddress: (url: string) =>
          inTurn(async () => {
            if (!house) throw new Problem('server.paused', 503);
            return setupAddress(house, url);
          }),
        recoverAccess: (url: string, typed: Record<string, string>) =>
          inTurn(async () => {
            if (!house) throw new Problem('server.paused', 503);
            return recoverAddress(house, url, typed);
          }),
        pause: () =>
          inTurn(async () => {
            if (config.databaseUrl) throw new Problem('backup.external', 409);
            await gate.close(patience);
            const snapshot = await takeSnapshot(config.dataDir);
            await close();
            return snapshot;
          }),
        end() {
          ended = true;
          return inTurn(async () => {
            await gate.close(patience);
            await close();
          });
        },
      };
    }
  } catch (error) {
    await closeAll();
    throw error;
  }
}
