import { join } from 'node:path';
import { refuseUnfinishedRestore } from '#platform/backup/unfinished-restore.server.ts';
import { type Snapshot, takeSnapshot } from '#platform/backup/snapshot.server.ts';
import type { Config } from '#platform/config.server.ts';
import { claimOwnership } from '#platform/database/embedded-owner.server.ts';
import { embeddedServers } from '#platform/database/servers.server.ts';
import { createLog } from '#platform/log.server.ts';
import { callServer } from './call-server.ts';
import { findRunningServer } from './server-record.ts';

export interface Pause {
  snapshot: Snapshot;
  wasRunning: boolean;
  /** Lets the centre go on. Safe to call twice. */
  resume(): Promise<void>;
}

/**
 * Brings the databases of a data folder to rest, whether a server runs on it or not. Without a server they are started
 * and stopped once: what a power cut left half written is put in order by that.
 */
export async function pauseCentre(
  config: Config,
  on: { onOpening(): void; onPausing(): void },
): Promise<Pause> {
  const running = await findRunningServer(config.dataDir);
  if (running) {
    on.onPausing();
    const call = await callServer(running);
    try {
      const { snapshot } = await call.ask<{ snapshot: Snapshot }>('pause');
      let resumed: Promise<void> | undefined;
      return {
        snapshot,
        wasRunning: true,
        resume: () => (resumed ??= call.ask('resume').then(() => call.end())),
      };
    } catch (error) {
      call.end();
      throw error;
    }
  }
  on.onOpening();
  refuseUnfinishedRestore(config.dataDir);
  const ownership = await claimOwnership(join(config.dataDir, 'server.owner'), 'server');
  try {
    const servers = await embeddedServers(config, createLog('silent'));
    try {
      const snapshot = await takeSnapshot(config.dataDir);
      return { snapshot, wasRunning: false, resume: async () => ownership.release() };
    } finally {
      await servers.stop();
    }
  } catch (error) {
    ownership.release();
    throw error;
  }
}
