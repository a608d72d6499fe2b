import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { permissions } from '#app/permissions.ts';
import { readConfig } from '#platform/config.server.ts';
import { findRunningCluster } from '#platform/database/embedded-cluster.server.ts';
import { openHouse } from '#platform/house.server.ts';
import { createLog } from '#platform/log.server.ts';
import { composePolicy } from '#platform/policy/policy.ts';
import { createTestClock, type TestHouse } from '#platform/testing/test-house.server.ts';
import { runCommandLine } from './run-command-line.ts';
import type { Terminal } from './terminal.ts';

/** A house on embedded clusters of its own in `dataDir`, as `serai start` opens it. */
export async function openEmbeddedHouse(dataDir: string): Promise<TestHouse> {
  const config = readConfig({}, { dataDir, log: 'silent' });
  const clock = createTestClock(new Date().toISOString());
  const house = await openHouse(config, {
    policy: composePolicy(permissions),
    clock,
    log: createLog('silent'),
  });
  const pool = async (name: 'main' | 'keys', database: string) => {
    const at = await findRunningCluster({ name, dataDir });
    const opened = new pg.Pool({
      host: at?.socketDir,
      port: at?.port,
      user: at?.superuser,
      database,
      max: 2,
    });
    // A backup stops the database under this pool; without a listener that would end the process.
    opened.on('error', () => {});
    return opened;
  };
  const admin = await pool('main', 'serai');
  const keysAdmin = await pool('keys', 'serai_keys');
  const closeHouse = house.close.bind(house);
  return Object.assign(house, {
    clock,
    admin,
    keysAdmin,
    async close() {
      await admin.end();
      await keysAdmin.end();
      await closeHouse();
    },
  });
}

/** A folder for one test file, on a path that is removed afterwards. */
export function makeScratch(): { path(...names: string[]): string; remove(): void } {
  const root = mkdtempSync(join(tmpdir(), 'serai-cli-'));
  return {
    path: (...names) => join(root, ...names),
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

export interface Said {
  code: number;
  /** All that was printed, answers and problems. */
  text: string;
}

/** Runs a command line in this process and keeps what it says. `typed` answers its questions. */
export async function runSerai(
  words: string[],
  environment: Record<string, string>,
  typed: string[] = [],
): Promise<Said> {
  const lines: string[] = [];
  const answers = [...typed];
  const terminal: Terminal = {
    print: (line = '') => void lines.push(line),
    warn: (line) => void lines.push(line),
    progress: () => {},
    progressDone: () => {},
    async ask() {
      const answer = answers.shift();
      if (answer === undefined) throw new Error('nothing more was typed');
      return answer;
    },
  };
  const code = await runCommandLine(words, {
    environment: { SERAI_LOG: 'silent', ...environment },
    terminal,
  });
  return { code, text: lines.join('\n') };
}
