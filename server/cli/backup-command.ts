import { existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { isKeyOfHouse } from '#platform/backup/backup-key.server.ts';
import { removeOldKeys } from '#platform/backup/find-backups.server.ts';
import { writeLastBackup } from '#platform/backup/last-backup.server.ts';
import { makeBackup } from '#platform/backup/make-backup.server.ts';
import type { Snapshot } from '#platform/backup/snapshot.server.ts';
import type { Config } from '#platform/config.server.ts';
import { Problem } from '#platform/problem.ts';
import { openKeyFile } from '#platform/vault/root-key.server.ts';
import { withBreakOff } from './break-off.ts';
import { type Call, type Command, exitCode, textOption } from './command.ts';
import { megabytes } from './megabytes.ts';
import { pauseCentre } from './pause-centre.ts';
import { readVersions } from './versions.ts';
import { readOwnConfig } from './read-own-config.ts';

/** Writes one encrypted file of the records and, apart from it, one of the keys. */
export const backupCommand: Command = {
  name: 'backup',
  options: { to: { type: 'string', value: 'DIR' }, 'keys-to': { type: 'string', value: 'DIR' } },
  async run(call) {
    const { terminal, t, environment } = call;
    const config = await readOwnConfig(environment, { writes: true });
    if (config.databaseUrl) throw new Problem('backup.external', 409);
    if (!existsSync(join(config.dataDir, 'postgres-main')))
      throw new Problem('backup.no-data', 404, { params: { folder: config.dataDir } });
    const folders = chooseFolders(call, config);
    const root = openKeyFile(config.keyFile, false);
    const now = new Date();
    const { made, houseId, seconds } = await withBreakOff((signal) =>
      copy(call, config, folders, root, now, signal),
    );
    await writeLastBackup(config.dataDir, { at: now.toISOString(), records: made.records, keys: made.keys });
    const removed = await removeOldKeys(folders.keys, houseId, now);
    terminal.progressDone();
    for (const line of [
      t('backup.done'),
      t('backup.records'),
      `  ${made.records}`,
      t('backup.keys'),
      `  ${made.keys}`,
    ])
      terminal.print(line);
    if (seconds !== undefined) terminal.print(t('backup.paused', { seconds }));
    if (removed > 0) terminal.print(t('backup.pruned', { count: removed }));
    terminal.print(t('backup.apart'));
    if (await isOnDataDisk(config, Object.values(folders))) terminal.print(t('backup.sameDisk'));
    if (!made.hasSheet) terminal.warn(t('backup.noSheet'));
    return exitCode.done;
  },
};

function chooseFolders(call: Call, { dataDir }: Config) {
  const to = textOption(call, 'to');
  const keysTo = textOption(call, 'keys-to');
  const beside = `${dataDir}-backups`;
  return {
    records:
      to === undefined
        ? join(beside, 'records')
        : keysTo === undefined
          ? join(resolve(to), 'records')
          : resolve(to),
    keys:
      keysTo !== undefined
        ? resolve(keysTo)
        : to === undefined
          ? join(beside, 'keys')
          : join(resolve(to), 'keys'),
  };
}

async function copy(
  { terminal, t }: Call,
  config: Config,
  folders: { records: string; keys: string },
  root: Buffer,
  now: Date,
  signal: AbortSignal,
) {
  const pause = await pauseCentre(config, {
    onOpening: () => terminal.progress(t('backup.opening')),
    onPausing: () => terminal.progress(t('backup.pausing')),
  });
  try {
    refuseForeignKey(root, pause.snapshot, config);
    const started = performance.now();
    let seconds: number | undefined;
    const made = await makeBackup({
      dataDir: config.dataDir,
      folders,
      root,
      snapshot: pause.snapshot,
      versions: await readVersions(),
      now,
      signal,
      onProgress: (done, total) =>
        terminal.progress(t('backup.copying', { done: megabytes(done), total: megabytes(total) })),
      async onCopied() {
        await pause.resume();
        if (pause.wasRunning) seconds = Math.ceil((performance.now() - started) / 1000);
        terminal.progress(t('backup.verifying'));
      },
    });
    return { made, houseId: pause.snapshot.houseId, seconds };
  } finally {
    await pause.resume();
  }
}

/** A copy under a stranger's key could never be opened with this house's sheet. */
function refuseForeignKey(root: Buffer, snapshot: Snapshot, config: Config): void {
  if (!isKeyOfHouse(root, snapshot))
    throw new Problem('vault.key-file-foreign', 500, { params: { path: config.keyFile } });
}

async function isOnDataDisk({ dataDir }: Config, folders: readonly string[]): Promise<boolean> {
  const disk = (await stat(dataDir)).dev;
  return (await Promise.all(folders.map((folder) => stat(folder)))).every(({ dev }) => dev === disk);
}
