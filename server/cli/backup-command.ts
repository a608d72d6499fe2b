import { existsSync } from 'node:fs';
import { mkdir, realpath, stat } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';
import { type BackupPart, backupParts } from '#platform/backup/backup-header.server.ts';
import { folderTarget } from '#platform/backup/folder-target.server.ts';
import { keepHouseSafe } from '#platform/backup/keep-house-safe.server.ts';
import { prepareBackups } from '#platform/backup/prepare-backups.server.ts';
import { readVersions } from '#platform/backup/read-versions.server.ts';
import type { Target } from '#platform/backup/target.server.ts';
import type { Config } from '#platform/config.server.ts';
import { Problem } from '#platform/problem.ts';
import { openKeyFile } from '#platform/vault/root-key.server.ts';
import { withBreakOff } from './break-off.ts';
import { type Call, type Command, exitCode, textOption } from './command.ts';
import { megabytes } from './megabytes.ts';
import { readPipedRoot } from './piped-root.ts';
import { readOwnConfig } from './read-own-config.ts';
import { unsealWith } from './unseal-with.ts';
import { withServers } from './with-databases.ts';

/** Writes one encrypted file of the records and, apart from it, one of the keys. The centre goes on working. */
export const backupCommand: Command = {
  name: 'backup',
  options: {
    to: { type: 'string', value: 'DIR' },
    'keys-to': { type: 'string', value: 'DIR' },
    'key-on-stdin': { type: 'boolean' },
  },
  async run(call) {
    const { terminal, t, environment } = call;
    const config = await readOwnConfig(environment, { writes: true });
    if (config.databaseUrl) throw new Problem('backup.external', 409);
    if (!existsSync(join(config.dataDir, 'postgres-main')))
      throw new Problem('backup.no-data', 404, { params: { folder: config.dataDir } });
    const targets = await chooseTargets(call, config);
    const root = await findRoot(call, config);
    const { made, pruned } = await withBreakOff((signal) =>
      withServers(config, async () => {
        if (root) await prepareBackups(config.dataDir, root, config.keyFile);
        return keepHouseSafe({
          dataDir: config.dataDir,
          versions: await readVersions(),
          unseal: root && unsealWith(root),
          now: () => new Date(),
          signal,
          ...(targets && { targets }),
          onStep: (step) => terminal.progress(t(`backup.step.${step}`)),
          onProgress: (done, total) =>
            terminal.progress(t('backup.copying', { done: megabytes(done), total: megabytes(total) })),
        });
      }),
    );
    terminal.progressDone();
    terminal.print(t('backup.done'));
    for (const part of backupParts) {
      terminal.print(t(`backup.${part}`));
      for (const { place } of made[part].arrived) terminal.print(`  ${join(place, made[part].name)}`);
    }
    if (pruned.keys > 0) terminal.print(t('backup.pruned', { count: pruned.keys }));
    if (pruned.records > 0) terminal.print(t('backup.prunedRecords', { count: pruned.records }));
    for (const { target } of backupParts.flatMap((part) => made[part].missed))
      terminal.warn(t('backup.missed', { place: target.place }));
    terminal.print(t('backup.apart'));
    if (
      await isOnDataDisk(
        config,
        backupParts.flatMap((part) => made[part].arrived),
      )
    )
      terminal.print(t('backup.sameDisk'));
    if (made.records.header.wrappedRoot === null) terminal.warn(t('backup.noSheet'));
    return exitCode.done;
  },
};

/** Copies need none: without it they are made all the same, and buckets wait until somebody unlocks the house. */
async function findRoot(call: Call, { keyFile }: Config): Promise<Buffer | undefined> {
  if (call.options['key-on-stdin'] === true) return readPipedRoot('backups');
  return existsSync(keyFile) ? openKeyFile(keyFile, false) : undefined;
}

/** The folders that were typed; undefined for those of the plan. */
async function chooseTargets(
  call: Call,
  { dataDir }: Config,
): Promise<Record<BackupPart, Target> | undefined> {
  const to = textOption(call, 'to');
  const keysTo = textOption(call, 'keys-to');
  if (to === undefined && keysTo === undefined) return undefined;
  const beside = `${dataDir}-backups`;
  const folders = {
    records: to === undefined ? join(beside, 'records') : keysTo === undefined ? join(to, 'records') : to,
    keys: keysTo ?? join(to ?? beside, 'keys'),
  };
  const data = await realpath(dataDir);
  const open = async (folder: string) => {
    const wished = resolve(folder);
    if (wished === data || wished.startsWith(data + sep)) throw new Problem('backup.inside-data', 422);
    await mkdir(wished, { recursive: true, mode: 0o700 });
    const place = await realpath(wished);
    if (place === data || place.startsWith(data + sep)) throw new Problem('backup.inside-data', 422);
    return folderTarget({ folder: place });
  };
  return { records: await open(folders.records), keys: await open(folders.keys) };
}

async function isOnDataDisk({ dataDir }: Config, targets: readonly Target[]): Promise<boolean> {
  const disk = (await stat(dataDir)).dev;
  const disks = await Promise.all(
    targets.map(async ({ localPath }) => (localPath ? (await stat(localPath(''))).dev : undefined)),
  );
  return disks.every((each) => each === disk);
}
