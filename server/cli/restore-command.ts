import { mkdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { permissions } from '#app/permissions.ts';
import { findNewestPair } from '#platform/backup/find-backups.server.ts';
import { proveRestore } from '#platform/backup/prove-restore.server.ts';
import {
  type ChosenBackup,
  chooseBackup,
  findRootOnMachine,
  hasSheet,
  placeBackup,
  recoverRootFromSheet,
  refuseUsedFolder,
} from '#platform/backup/restore-backup.server.ts';
import type { Config } from '#platform/config.server.ts';
import { claimOwnership } from '#platform/database/embedded-owner.server.ts';
import { createLog } from '#platform/log.server.ts';
import { composePolicy } from '#platform/policy/policy.ts';
import { Problem } from '#platform/problem.ts';
import { type Call, type Command, exitCode, textOption } from './command.ts';
import { megabytes } from './megabytes.ts';
import { readVersions } from './versions.ts';
import { readOwnConfig } from './read-own-config.ts';

/** Brings a backup back into an empty data folder and proves that it is whole. */
export const restoreCommand: Command = {
  name: 'restore',
  options: {
    from: { type: 'string', value: 'DIR' },
    records: { type: 'string', value: 'FILE' },
    keys: { type: 'string', value: 'FILE' },
    'recovery-key-file': { type: 'string', value: 'FILE' },
  },
  async run(call) {
    const { terminal, t, environment } = call;
    const config = await readOwnConfig(environment, { writes: true });
    if (config.databaseUrl) throw new Problem('backup.external', 409);
    await refuseUsedFolder(config.dataDir);
    const chosen = await chooseBackup(await chooseFiles(call), await readVersions(), (done, total) =>
      terminal.progress(t('restore.checking', { percent: Math.floor((done / Math.max(1, total)) * 100) })),
    );
    terminal.progressDone();
    terminal.print(
      t('restore.made', { at: chosen.headers.records.madeAt.slice(0, 16).replace('T', ' ') + ' UTC' }),
    );
    const root = findRootOnMachine(config, chosen) ?? (await rootFromSheet(call, chosen));
    mkdirSync(config.dataDir, { recursive: true, mode: 0o700 });
    const ownership = await claimOwnership(join(config.dataDir, 'server.owner'), 'server');
    try {
      await place(call, config, chosen, root);
    } finally {
      ownership.release();
    }
    terminal.print(t('restore.next'));
    return exitCode.done;
  },
};

async function chooseFiles(call: Call) {
  const [records, keys] = [textOption(call, 'records'), textOption(call, 'keys')];
  if (records !== undefined && keys !== undefined) return { records: resolve(records), keys: resolve(keys) };
  const from = resolve(textOption(call, 'from') ?? '.');
  const found = await findNewestPair(from);
  return {
    records: records === undefined ? found.records : resolve(records),
    keys: keys === undefined ? found.keys : resolve(keys),
  };
}

async function rootFromSheet(call: Call, chosen: ChosenBackup): Promise<Buffer> {
  if (!hasSheet(chosen)) throw new Problem('restore.no-sheet', 422);
  const file = textOption(call, 'recovery-key-file');
  if (file !== undefined) return recoverRootFromSheet(chosen, (await readFile(file, 'utf8')).trim());
  return recoverRootFromSheet(chosen, await call.terminal.ask(call.t('restore.askKey'), { hidden: true }));
}

async function place(
  { terminal, t }: Call,
  config: Config,
  chosen: ChosenBackup,
  root: Buffer,
): Promise<void> {
  let total = 0;
  const placed = await placeBackup(config, chosen, root, (done) => {
    total = done;
    terminal.progress(t('restore.copied', { done: megabytes(total) }));
  });
  try {
    terminal.progress(t('restore.proving'));
    const proof = await proveRestore(config, placed.snapshots, {
      policy: composePolicy(permissions),
      log: createLog('silent'),
    });
    await placed.finish();
    terminal.progressDone();
    terminal.print(t('restore.done'));
    terminal.print(t('restore.rows', { tables: proof.tables, rows: proof.rows }));
    terminal.print(t('restore.audit', { events: proof.audit.events }));
    if (proof.erased > 0) terminal.print(t('restore.erased', { count: proof.erased }));
  } catch (error) {
    await placed.undo();
    throw error;
  }
}
