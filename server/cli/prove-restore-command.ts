import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { drill } from '#platform/backup/drill.server.ts';
import { readVersions } from '#platform/backup/read-versions.server.ts';
import type { Config } from '#platform/config.server.ts';
import { Problem } from '#platform/problem.ts';
import { openKeyFile, readRecoveryKey, unwrapRoot } from '#platform/vault/root-key.server.ts';
import { type Call, type Command, exitCode } from './command.ts';
import { readPipedRoot } from './piped-root.ts';
import { readOwnConfig } from './read-own-config.ts';
import { unsealWith } from './unseal-with.ts';
import { withServers } from './with-databases.ts';

/** Brings the newest copies back on trial, beside the working house, and throws the trial away. */
export const proveRestoreCommand: Command = {
  name: 'prove-restore',
  options: { 'key-on-stdin': { type: 'boolean' } },
  async run(call) {
    const { terminal, t, environment } = call;
    const config = await readOwnConfig(environment, { writes: true });
    if (config.databaseUrl) throw new Problem('backup.external', 409);
    if (!existsSync(join(config.dataDir, 'postgres-main')))
      throw new Problem('backup.no-data', 404, { params: { folder: config.dataDir } });
    // Broken off: the databases of the trial end with this process.
    process.once('SIGTERM', () => process.exit(exitCode.interrupted));
    const root = await findRoot(call, config);
    try {
      const versions = await readVersions();
      const proof = await withServers(config, () =>
        drill({
          dataDir: config.dataDir,
          root,
          versions,
          unseal: unsealWith(root),
          now: () => new Date(),
          onStep: (step) => terminal.progress(t(`restore.step.${step}`)),
        }),
      );
      terminal.progressDone();
      terminal.print(t('drill.done'));
      terminal.print(t('restore.rows', { tables: proof.tables, rows: proof.rows }));
      terminal.print(
        t('restore.until', {
          at: `${proof.until.toISOString().slice(0, 19).replace('T', ' ')} UTC`,
          logs: proof.logs,
        }),
      );
      terminal.print(t('restore.indexes', { count: proof.indexes }));
      terminal.print(t('restore.audit', { events: proof.audit.events }));
      return exitCode.done;
    } finally {
      root.fill(0);
    }
  },
};

/** From the house that started this, through a pipe; from the key file; or from the printed sheet. */
async function findRoot(call: Call, config: Config): Promise<Buffer> {
  if (call.options['key-on-stdin'] === true) return readPipedRoot('backups');
  if (existsSync(config.keyFile)) return openKeyFile(config.keyFile, false);
  const sheet = await readFile(join(config.dataDir, 'recovery.json'), 'utf8').catch(() => undefined);
  if (sheet === undefined) throw new Problem('restore.no-sheet', 422);
  const { wrapped } = JSON.parse(sheet) as { wrapped: string };
  return unwrapRoot(
    readRecoveryKey(await call.terminal.ask(call.t('restore.askKey'), { hidden: true })),
    wrapped,
  );
}
