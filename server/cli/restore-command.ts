import { existsSync, mkdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { type BackupPart } from '#platform/backup/backup-header.server.ts';
import { type ChosenCopies, chooseCopies } from '#platform/backup/choose-copies.server.ts';
import { folderTarget } from '#platform/backup/folder-target.server.ts';
import { type ObjectCredentials, objectTarget } from '#platform/backup/object-target.server.ts';
import { readVersions } from '#platform/backup/read-versions.server.ts';
import { findRootOnMachine, hasSheet, recoverRootFromSheet } from '#platform/backup/restore-root.server.ts';
import {
  finishRestore,
  type RestoreProof,
  refuseUsedFolder,
  restoreHouse,
} from '#platform/backup/restore-house.server.ts';
import type { Target } from '#platform/backup/target.server.ts';
import type { Config } from '#platform/config.server.ts';
import { claimOwnership } from '#platform/database/embedded-owner.server.ts';
import { Problem } from '#platform/problem.ts';
import { writeKeyFile } from '#platform/vault/root-key.server.ts';
import { readUnlockMode } from '#platform/vault/unlock-mode.server.ts';
import { type Call, type Command, exitCode, textOption } from './command.ts';
import { megabytes } from './megabytes.ts';
import { readOwnConfig } from './read-own-config.ts';

/** Brings a backup back into an empty data folder and proves that it is whole. */
export const restoreCommand: Command = {
  name: 'restore',
  options: {
    from: { type: 'string', value: 'DIR|URL' },
    'keys-from': { type: 'string', value: 'DIR|URL' },
    at: { type: 'string', value: 'TIME' },
    records: { type: 'string', value: 'FILE' },
    keys: { type: 'string', value: 'FILE' },
    region: { type: 'string', value: 'NAME' },
    'access-file': { type: 'string', value: 'FILE' },
    'recovery-key-file': { type: 'string', value: 'FILE' },
  },
  async run(call) {
    const { terminal, t, environment } = call;
    const config = await readOwnConfig(environment, { writes: true });
    if (config.databaseUrl) throw new Problem('backup.external', 409);
    await refuseUsedFolder(config.dataDir);
    const at = readMoment(textOption(call, 'at'));
    terminal.progress(t('restore.looking'));
    const chosen = await choose(call, at);
    terminal.progressDone();
    terminal.print(t('restore.made', { at: inWords(new Date(chosen.copies.records.header.madeAt)) }));
    const root = findRootOnMachine(config, chosen) ?? (await rootFromSheet(call, chosen));
    mkdirSync(config.dataDir, { recursive: true, mode: 0o700 });
    const ownership = await claimOwnership(join(config.dataDir, 'server.owner'), 'server');
    try {
      report(call, await bringBack(call, config, chosen, root));
    } finally {
      ownership.release();
      root.fill(0);
    }
    return exitCode.done;
  },
};

async function bringBack({ terminal, t }: Call, config: Config, chosen: ChosenCopies, root: Buffer) {
  let done = 0;
  let step = '';
  const proof = await restoreHouse({
    dataDir: config.dataDir,
    chosen,
    root,
    onStep(next) {
      step = t(`restore.step.${next}`);
      terminal.progress(step);
    },
    onBytes(count) {
      done += count;
      terminal.progress(`${step} ${t('restore.read', { done: megabytes(done) })}`);
    },
  });
  // In a house that people open there is no key file, here as little as there.
  if (readUnlockMode(config.dataDir).mode === 'automatic' && !existsSync(config.keyFile))
    writeKeyFile(config.keyFile, root);
  await finishRestore(config.dataDir);
  terminal.progressDone();
  return proof;
}

function report({ terminal, t }: Call, proof: RestoreProof): void {
  terminal.print(t('restore.done'));
  terminal.print(t('restore.rows', { tables: proof.tables, rows: proof.rows }));
  terminal.print(t('restore.until', { at: inWords(proof.until), logs: proof.logs }));
  terminal.print(t('restore.indexes', { count: proof.indexes }));
  terminal.print(t('restore.audit', { events: proof.audit.events }));
  if (proof.erased > 0) terminal.print(t('restore.erased', { count: proof.erased }));
  terminal.print(t('restore.next'));
}

async function choose(call: Call, at: Date | undefined): Promise<ChosenCopies> {
  const files = { records: textOption(call, 'records'), keys: textOption(call, 'keys') };
  const from = textOption(call, 'from') ?? '.';
  const keysFrom = textOption(call, 'keys-from');
  const open = async (part: BackupPart): Promise<Target> => {
    const file = files[part];
    if (file !== undefined) return folderTarget({ folder: dirname(resolve(file)) });
    return openPlace(call, part === 'keys' && keysFrom !== undefined ? keysFrom : from, part);
  };
  const names = {
    ...(files.records !== undefined && { records: basename(files.records) }),
    ...(files.keys !== undefined && { keys: basename(files.keys) }),
  };
  return chooseCopies({
    targets: { records: await open('records'), keys: await open('keys') },
    names,
    ...(at && { at }),
    versions: await readVersions(),
  });
}

/** A folder with the copies, or with one folder for each part; or a bucket. */
async function openPlace(call: Call, from: string, part: BackupPart): Promise<Target> {
  if (/^https?:\/\//.test(from))
    return objectTarget(
      { url: from, region: textOption(call, 'region') ?? 'us-east-1' },
      await readAccess(call),
    );
  const folder = resolve(from);
  const inner = join(folder, part);
  return folderTarget({ folder: existsSync(inner) ? inner : folder });
}

const asked = new WeakMap<Call, Promise<ObjectCredentials>>();

/** Asked once, for both parts. Never an argument: those can be read by everybody on the machine. */
function readAccess(call: Call): Promise<ObjectCredentials> {
  const known = asked.get(call) ?? askAccess(call);
  asked.set(call, known);
  return known;
}

async function askAccess(call: Call): Promise<ObjectCredentials> {
  const file = textOption(call, 'access-file');
  if (file !== undefined) {
    const [accessKeyId = '', secretAccessKey = ''] = (await readFile(file, 'utf8')).trim().split(/\s+/);
    return { accessKeyId, secretAccessKey };
  }
  return {
    accessKeyId: (await call.terminal.ask(call.t('restore.askAccess'))).trim(),
    secretAccessKey: (await call.terminal.ask(call.t('restore.askSecret'), { hidden: true })).trim(),
  };
}

/** In the machine's own time unless a zone is typed. @throws Problem `restore.no-moment` */
function readMoment(typed: string | undefined): Date | undefined {
  if (typed === undefined) return undefined;
  const at = new Date(typed);
  if (!/^\d{4}-\d\d-\d\d/.test(typed) || Number.isNaN(at.getTime()))
    throw new Problem('restore.no-moment', 422, { params: { typed } });
  return at;
}

const inWords = (at: Date): string => `${at.toISOString().slice(0, 19).replace('T', ' ')} UTC`;

async function rootFromSheet(call: Call, chosen: ChosenCopies): Promise<Buffer> {
  if (!hasSheet(chosen)) throw new Problem('restore.no-sheet', 422);
  const file = textOption(call, 'recovery-key-file');
  if (file !== undefined) return recoverRootFromSheet(chosen, (await readFile(file, 'utf8')).trim());
  return recoverRootFromSheet(chosen, await call.terminal.ask(call.t('restore.askKey'), { hidden: true }));
}
