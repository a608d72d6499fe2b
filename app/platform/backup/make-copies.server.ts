import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { headsFile } from '../audit/sign-heads.server.ts';
import { Problem } from '../problem.ts';
import { type BackupHeader, type BackupPart, backupParts, type BackupTitle } from './backup-header.server.ts';
import { currentLine } from './backup-line.server.ts';
import { copyName } from './backup-names.ts';
import type { BackupRecipients } from './backup-recipients.server.ts';
import { type CopiedCluster, copyCluster } from './copy-cluster.server.ts';
import { whileCopying } from './copying-mark.server.ts';
import { ledgerName } from './erasure-ledger.server.ts';
import { listBesides } from './list-files.server.ts';
import { checkPayload } from './read-part.server.ts';
import { clusterOf } from './superuser.server.ts';
import type { Target } from './target.server.ts';
import { type BackupEntry, writePart } from './write-part.server.ts';

/** Of Serai and of PostgreSQL (major). */
export interface Versions {
  release: string;
  postgres: string;
}

export interface CopyOptions {
  dataDir: string;
  recipients: BackupRecipients;
  /** Where the two parts go. They are kept apart: no place is in both. */
  targets: Record<BackupPart, readonly Target[]>;
  versions: Versions;
  now: () => Date;
  /** Bytes read so far. */
  onProgress?(done: number): void;
  onStep?(step: 'copying' | 'carrying'): void;
  signal?: AbortSignal;
}

export interface MadeCopy {
  name: string;
  header: BackupHeader;
  /** Where it arrived, and where it did not. */
  arrived: Target[];
  missed: { target: Target; problem: unknown }[];
}

/**
 * Copies the house beside its work into two encrypted files and carries each to its targets. The records first: keys
 * that are newer than the records lack nobody.
 * @throws Problem `backup.*`; when no target of a part can be reached nothing is copied
 */
export async function makeCopies(options: CopyOptions): Promise<Record<BackupPart, MadeCopy>> {
  const { dataDir } = options;
  refuseSamePlace(options.targets);
  const reached = {
    records: await reachTargets(options.targets.records),
    keys: await reachTargets(options.targets.keys),
  };
  const staging = join(dataDir, 'backup-staging');
  return whileCopying(dataDir, async () => {
    await rm(staging, { recursive: true, force: true });
    await mkdir(staging, { mode: 0o700 });
    try {
      let done = 0;
      const onBytes = (count: number) => {
        done += count;
        options.onProgress?.(done);
      };
      options.onStep?.('copying');
      const staged = {
        records: await stage(options, 'records', staging, onBytes),
        keys: await stage(options, 'keys', staging, onBytes),
      };
      options.onStep?.('carrying');
      const records = await carry(options, reached.records, staged.records);
      try {
        return { records, keys: await carry(options, reached.keys, staged.keys) };
      } catch (error) {
        // Broken off: half of it is no copy. Where the keys found no place, the records are worth having all the same.
        if (options.signal?.aborted)
          for (const target of records.arrived) await target.remove(records.name).catch(() => undefined);
        throw error;
      }
    } finally {
      await rm(staging, { recursive: true, force: true });
    }
  });
}

interface Staged {
  file: string;
  name: string;
  header: BackupHeader;
}

async function stage(
  { dataDir, recipients, versions, now, signal }: CopyOptions,
  part: BackupPart,
  staging: string,
  onBytes: (count: number) => void,
): Promise<Staged> {
  const mark = `${part}-${randomUUID()}`;
  const line = await currentLine(dataDir, part);
  const wrappedRoot = await readWrappedRoot(dataDir);
  let copied: CopiedCluster | undefined;
  async function* entries(): AsyncGenerator<BackupEntry> {
    yield* copyCluster(dataDir, clusterOf[part], mark, now, (each) => (copied = each));
    // Files stand on the disk before the row that tells of them: read after the rows, none is missing.
    if (part === 'records') yield* listBesides(dataDir);
  }
  const title = (): BackupTitle => {
    if (!copied) throw new Error('the copy has no end');
    return {
      what: 'copy',
      part,
      name: mark,
      line,
      houseId: recipients.houseId,
      madeAt: copied.at.toISOString(),
      ...versions,
      architecture: process.arch,
      logs: copied.logs,
      wrappedRoot,
    };
  };
  const file = join(staging, part);
  const header = await writePart({
    file,
    about: () => ({ title: title(), snapshot: copied?.snapshot ?? null }),
    recipient: recipients[part],
    signKey: Buffer.from(recipients.sign, 'base64'),
    entries: entries(),
    onBytes,
    signal,
  });
  // Read back from the disk: what does not stand there as it was written is no copy.
  await checkPayload(file, header);
  return { file, name: copyName(part, new Date(header.madeAt), mark), header };
}

/** Targets that are there now; those that are not are told at the end. */
async function reachTargets(targets: readonly Target[]): Promise<Map<Target, unknown>> {
  const problems = new Map<Target, unknown>();
  for (const target of targets)
    problems.set(
      target,
      await target.reach().then(
        () => undefined,
        (error: unknown) => error ?? 'unknown',
      ),
    );
  const missing = [...problems.values()].filter((problem) => problem !== undefined);
  if (missing.length === targets.length) throw missing[0] ?? new Problem('backup.no-target', 409);
  return problems;
}

async function carry(
  { dataDir, recipients, signal }: CopyOptions,
  reached: ReadonlyMap<Target, unknown>,
  { file, name, header }: Staged,
): Promise<MadeCopy> {
  const made: MadeCopy = { name, header, arrived: [], missed: [] };
  for (const [target, absent] of reached) {
    signal?.throwIfAborted();
    try {
      if (absent !== undefined) throw absent;
      await target.put(name, file);
      await carryLedger(dataDir, recipients.houseId, target);
      await carryHeads(dataDir, recipients.houseId, name, target);
      made.arrived.push(target);
    } catch (problem) {
      made.missed.push({ target, problem });
    }
  }
  if (made.arrived.length === 0) throw made.missed[0]?.problem;
  return made;
}

/** A sealed house cannot write its ledger, but it can carry it along. */
export async function carryLedger(dataDir: string, houseId: string, target: Target): Promise<void> {
  const text = await readFile(join(dataDir, ledgerName(houseId)), 'utf8').catch(() => undefined);
  if (text !== undefined) await target.putText(ledgerName(houseId), text);
}

/**
 * The signed ends of the audit chains lie in the open beside the copies, in one file a month: whoever cuts the record later
 * would have to reach the folders of old months too.
 */
async function carryHeads(dataDir: string, houseId: string, copy: string, target: Target): Promise<void> {
  const text = await readFile(headsFile(dataDir), 'utf8').catch(() => undefined);
  const month = /-(\d{6})\d{2}-/.exec(copy)?.[1];
  if (text !== undefined && month !== undefined)
    await target.putText(`audit-heads-${houseId.slice(0, 8)}-${month}.json`, text);
}

function refuseSamePlace(targets: CopyOptions['targets']): void {
  const places = backupParts.map((part) => new Set(targets[part].map(({ place }) => place)));
  const [records, keys] = places;
  for (const place of records ?? [])
    if (keys?.has(place)) throw new Problem('backup.same-folder', 422, { params: { place } });
}

async function readWrappedRoot(dataDir: string): Promise<string | null> {
  const text = await readFile(join(dataDir, 'recovery.json'), 'utf8').catch(() => undefined);
  if (text === undefined) return null;
  const { wrapped } = JSON.parse(text) as { wrapped?: unknown };
  return typeof wrapped === 'string' ? wrapped : null;
}
