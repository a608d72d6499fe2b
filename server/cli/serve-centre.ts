import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { refuseUnfinishedRestore } from '#platform/backup/unfinished-restore.server.ts';
import type { Config } from '#platform/config.server.ts';
import { claimOwnership } from '#platform/database/embedded-owner.server.ts';
import type { Log } from '#platform/log.server.ts';
import { Problem } from '#platform/problem.ts';
import { bindPort } from './bound-port.ts';
import { openControlSocket } from './control-socket.ts';
import { keepDatabases } from './keep-databases.ts';
import { keepServing } from './keep-serving.ts';
import type { WebHalf } from './load-web.ts';
import { findRunningServer, writeServerRecord } from './server-record.ts';
import type { Serving, ServingEars } from './serving.ts';
import { keepStandby } from './keep-standby.ts';
import { startServing } from './start-serving.ts';

export interface ServedCentre {
  url: string;
  /** A fresh one-time address for setting up an empty centre; undefined when it is set up. */
  setupAddress(): Promise<string | undefined>;
  /** Do people have to open the house before staff can come in? */
  isSealed(): Promise<boolean>;
  /** Lets the open requests end, stops jobs and databases. */
  stop(): Promise<void>;
}

interface ServeOptions {
  log: Log;
  tls?: { key: string; cert: string };
  /** Pages that are served in this process instead of the built ones in one of their own. */
  web?: WebHalf;
}

/**
 * Keeps the centre of this data folder: its port, its databases, the socket for other commands, and a process that serves
 * and holds the keys. One keeper at a time looks after a data folder; it never has a key itself.
 * @throws Problem `server.already-running`, `port.taken`, `database.*`, `vault.*`
 */
export async function serveCentre(config: Config, { log, tls, web }: ServeOptions): Promise<ServedCentre> {
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
    const order = { config, ...(tls && { tls }) };
    // The port first: when it is taken, nothing else was touched.
    const port = web ? undefined : await bindPort(config.host, config.port);
    closers.push(() => port?.close());
    const startChild = () => startServing(port?.fd ?? -1);
    const standby = keepStandby(startChild, config.standby);
    closers.push(() => standby.end());
    const begin = async (ears: ServingEars): Promise<Serving> => {
      // Not loaded by a keeper: it never opens a house.
      if (web) return (await import('./serve-house.ts')).serveHouse(order, { log, web, ears });
      const started = standby.take() ?? startChild();
      return started.listen(order, ears).catch((error: unknown) => {
        started.kill();
        throw error;
      });
    };
    const databases = keepDatabases(config, log);
    closers.push(() => databases.stop());
    const centre = keepServing({ begin, databases, log });
    closers.push(() => centre.end());
    await centre.open();
    const ask = <Reply>(question: string, about: Record<string, string> = {}) =>
      centre.ask(question, about) as Promise<Reply>;
    const control = await openControlSocket(config.dataDir, async (question) => {
      if (question.ask !== 'lock') return ask(question.ask, question.about);
      await centre.lock();
      return {};
    });
    closers.push(() => control.close());
    const url = centre.url();
    closers.push(await writeServerRecord(config.dataDir, { socket: control.path, url }));
    return {
      url,
      setupAddress: async () => (await ask<{ address?: string }>('setup-address')).address,
      isSealed: async () => !(await ask<{ isOpen: boolean }>('lock-state')).isOpen,
      stop: closeAll,
    };
  } catch (error) {
    await closeAll();
    throw error;
  }
}
