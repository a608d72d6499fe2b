import { existsSync } from 'node:fs';
import { mkdir, readdir, realpath, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AuditVerdict } from '../audit/verify-audit.server.ts';
import type { EmbeddedCluster } from '../database/embedded-cluster.server.ts';
import { endPostmaster, findPostmaster } from '../database/embedded-postmaster.server.ts';
import { Problem } from '../problem.ts';
import { applyLedger, findLedger } from './apply-ledger.server.ts';
import { backupKeyOf, isKeyOfHouse, ledgerKey } from './backup-key.server.ts';
import { type BackupPart, backupParts } from './backup-header.server.ts';
import { checkIndexes } from './check-indexes.server.ts';
import { checkPeopleKeys } from './check-people-keys.server.ts';
import { type ChosenCopies, chooseLogs, chooseStored } from './choose-copies.server.ts';
import { proveAudit } from './prove-audit.server.ts';
import { recoverToEnd, recoverToMark } from './recover-cluster.server.ts';
import { rewriteKeyStore } from './rewrite-keys.server.ts';
import type { Snapshot } from './snapshot.server.ts';
import { clusterOf } from './superuser.server.ts';
import { unfinishedRestore } from './unfinished-restore.server.ts';
import { unpackFile } from './unpack.server.ts';

/** What is done, in this order; a failed restore says in which of them. */
export const restoreSteps = [
  'ledger',
  'copies',
  'logs',
  'mark',
  'forward',
  'erased',
  'people',
  'indexes',
  'audit',
] as const;
export type RestoreStep = (typeof restoreSteps)[number];

export interface RestoreProof {
  /** Rows and tables of the records at the copy's mark, each counted and as many as then. */
  rows: number;
  tables: number;
  /** Files of the log that were read behind the mark. */
  logs: number;
  /** Everything saved before this moment is there. */
  until: Date;
  /** Keys that the ledger destroyed; the people among them whose records are still there come from `people`. */
  shredded: number;
  /** People on file whose key is gone: erased after the copy of the records was made. */
  erased: number;
  /** Tables and indexes that were compared with each other. */
  indexes: number;
  audit: AuditVerdict;
}

interface RestoreOptions {
  dataDir: string;
  chosen: ChosenCopies;
  root: Buffer;
  onStep?(step: RestoreStep): void;
  onBytes?(count: number): void;
}

/**
 * Brings a house back into an empty data folder and proves that it is whole, before anything serves: the copies to their
 * marks and counted, the logs to the wished moment, the erased erased, indexes against tables, the audit chain.
 * Its servers are stopped afterwards. What it put there is removed when anything is not as it should be.
 * @throws Problem `restore.*`, with the step in `params.step`
 */
export async function restoreHouse(options: RestoreOptions): Promise<RestoreProof> {
  const { dataDir } = options;
  await refuseUsedFolder(dataDir);
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  await writeFile(unfinishedRestore(dataDir), '', { mode: 0o600 });
  await emptyFolder(dataDir);
  let step: RestoreStep = 'ledger';
  try {
    return await bringBack({
      ...options,
      onStep(next) {
        step = next;
        options.onStep?.(next);
      },
    });
  } catch (error) {
    await emptyFolder(dataDir);
    await rm(unfinishedRestore(dataDir), { force: true });
    throw withStep(error, step);
  }
}

/** Called when nothing more can go wrong: from now on the folder may be opened. */
export const finishRestore = (dataDir: string): Promise<void> =>
  rm(unfinishedRestore(dataDir), { force: true });

async function bringBack({ dataDir, chosen, root, onStep, onBytes }: RestoreOptions): Promise<RestoreProof> {
  const { copies, at } = chosen;
  onStep?.('ledger');
  const { houseId } = copies.records.header;
  const targets = backupParts.map((part) => copies[part].target);
  const ledger = await findLedger(targets, houseId, ledgerKey(backupKeyOf(root)));

  // A gap is told before hours go into unpacking.
  onStep?.('logs');
  const waiting = { records: await listWaiting(chosen, 'records'), keys: await listWaiting(chosen, 'keys') };

  onStep?.('copies');
  const snapshots: Partial<Record<BackupPart, Snapshot | null>> = {};
  for (const part of backupParts) {
    const { target, name } = copies[part];
    const { about } = await unpackFile({ target, name, part, root, dataDir, ...(onBytes && { onBytes }) });
    snapshots[part] = about.snapshot;
  }

  onStep?.('logs');
  const reached = {
    records: await fetchLogs({ dataDir, chosen, root, onBytes }, 'records', waiting.records),
    keys: await fetchLogs({ dataDir, chosen, root, onBytes }, 'keys', waiting.keys),
  };

  onStep?.('mark');
  for (const part of backupParts) {
    const found = await recoverToMark(dataDir, clusterOf[part], copies[part].header.name);
    compare(part, found, snapshots[part] ?? null);
  }
  const records = snapshots.records;
  if (!records || !isKeyOfHouse(root, { houseId, keyCheck: records.keyCheck }))
    throw new Problem('restore.foreign', 422);

  onStep?.('forward');
  const running: EmbeddedCluster[] = [];
  try {
    running.push(await recoverToEnd(dataDir, 'main', at));
    running.push(await recoverToEnd(dataDir, 'keys'));
    onStep?.('erased');
    const shredded = await applyLedger(dataDir, ledger);
    if (shredded > 0) await rewriteKeyStore(dataDir);
    onStep?.('people');
    const erased = await checkPeopleKeys(dataDir);
    onStep?.('indexes');
    const indexes = (await checkIndexes(dataDir, 'main')) + (await checkIndexes(dataDir, 'keys'));
    onStep?.('audit');
    const audit = await proveAudit(dataDir, root);
    const counts = Object.values(records.rows);
    return {
      rows: counts.reduce((sum, count) => sum + count, 0),
      tables: counts.length,
      logs: reached.records.logs,
      until: at && at < reached.records.until ? at : reached.records.until,
      shredded,
      erased,
      indexes,
      audit,
    };
  } finally {
    for (const cluster of running) await cluster.stop();
  }
}

interface Waiting {
  logs: string[];
  stored: string[];
}

/** What came after the copy, by name. @throws Problem `restore.log-gap` */
async function listWaiting({ copies }: ChosenCopies, part: BackupPart): Promise<Waiting> {
  const names = await copies[part].target.list();
  return {
    logs: chooseLogs(copies[part], names),
    stored: part === 'records' ? chooseStored(copies[part], names) : [],
  };
}

/** Logs and stored files that came after the copy, as far as the wished moment needs them. */
async function fetchLogs(
  { dataDir, chosen, root, onBytes }: RestoreOptions,
  part: BackupPart,
  waiting: Waiting,
): Promise<{ logs: number; until: Date }> {
  const copy = chosen.copies[part];
  const at = part === 'records' ? chosen.at : undefined;
  let until = new Date(copy.header.madeAt);
  let logs = 0;
  const unpack = (name: string) =>
    unpackFile({ target: copy.target, name, part, root, dataDir, ...(onBytes && { onBytes }) });
  for (const name of waiting.logs) {
    if (at && until > at) break;
    const { header } = await unpack(name);
    until = new Date(header.madeAt);
    logs += 1;
  }
  for (const name of waiting.stored) await unpack(name);
  return { logs, until };
}

function compare(part: BackupPart, found: Snapshot, expected: Snapshot | null): void {
  const wrong = new Set<string>();
  if (!expected) throw new Problem('restore.not-the-same', 422, { params: { places: part } });
  for (const table of new Set([...Object.keys(expected.rows), ...Object.keys(found.rows)]))
    if (expected.rows[table] !== found.rows[table]) wrong.add(table);
  if (JSON.stringify(found.auditHeads) !== JSON.stringify(expected.auditHeads)) wrong.add('audit_head');
  if (JSON.stringify(found.migrations) !== JSON.stringify(expected.migrations)) wrong.add('schema_migration');
  if (found.keyCheck !== expected.keyCheck) wrong.add('house');
  if (wrong.size > 0)
    throw new Problem('restore.not-the-same', 422, { params: { places: [...wrong].join(', ') } });
}

/** @throws Problem `restore.not-empty` unless the folder is absent, empty, or holds a restore that was broken off */
export async function refuseUsedFolder(dataDir: string): Promise<void> {
  const found: string[] = await readdir(dataDir).catch(() => []);
  // The mark of the process that restores, and its log, are no records.
  if (found.every((name) => /^server\.(owner|log)/.test(name)) || existsSync(unfinishedRestore(dataDir)))
    return;
  throw new Problem('restore.not-empty', 409, { params: { folder: dataDir } });
}

/** Everything but the mark, which goes last. A server that a killed restore left running is ended first. */
export async function emptyFolder(dataDir: string): Promise<void> {
  for (const name of await readdir(dataDir)) {
    if (name === 'restore-unfinished' || name.startsWith('server.')) continue;
    if (name === 'postgres-main' || name === 'postgres-keys') {
      const clusterDir = await realpath(join(dataDir, name));
      await endPostmaster(clusterDir, (await findPostmaster(clusterDir))?.process);
    }
    await rm(join(dataDir, name), { recursive: true, force: true });
  }
}

function withStep(error: unknown, step: RestoreStep): unknown {
  if (!(error instanceof Problem)) return error;
  return new Problem(error.code, error.status, { params: { ...error.params, step }, cause: error });
}
