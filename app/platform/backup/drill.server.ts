import { randomUUID } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type pg from 'pg';
import { Problem } from '../problem.ts';
import { backupParts } from './backup-header.server.ts';
import { type ChosenCopies, chooseCopies, isRootOf } from './choose-copies.server.ts';
import { findCopies, type FoundCopy } from './find-copies.server.ts';
import { codeOf } from './keep-house-safe.server.ts';
import type { Versions } from './make-copies.server.ts';
import { openTargets, type Unseal } from './open-targets.server.ts';
import { emptyFolder, type RestoreProof, type RestoreStep, restoreHouse } from './restore-house.server.ts';
import { asSuperuser } from './superuser.server.ts';

interface DrillOptions {
  dataDir: string;
  root: Buffer;
  versions: Versions;
  unseal: Unseal;
  now: () => Date;
  onStep?(step: RestoreStep): void;
}

/** Where the trial happens: below the data folder, where nobody else may look, and never copied. */
export const drillFolder = (dataDir: string): string => join(dataDir, 'backup-drill');

/**
 * Brings the newest copies back beside the working house, proves them like a real restore, and throws them away. What was
 * seen is written down, well or ill. @throws what the restore throws
 */
export async function drill(options: DrillOptions): Promise<RestoreProof> {
  const { dataDir, root, now, onStep } = options;
  const startedAt = now();
  const scratch = drillFolder(dataDir);
  return asSuperuser(dataDir, 'main', async (client) => {
    let chosen: ChosenCopies | undefined;
    try {
      await clear(scratch);
      chosen = await chooseNewest(client, options);
      if (!isRootOf(root, chosen)) throw new Problem('restore.foreign', 422, { params: { step: 'copies' } });
      const proof = await restoreHouse({ dataDir: scratch, chosen, root, ...(onStep && { onStep }) });
      await writeDown(client, { startedAt, endedAt: now(), chosen, proof });
      return proof;
    } catch (error) {
      await writeDown(client, { startedAt, endedAt: now(), ...(chosen && { chosen }), error });
      throw error;
    } finally {
      await clear(scratch);
    }
  });
}

/** Also what a drill left behind that was killed with its databases running. */
async function clear(scratch: string): Promise<void> {
  await mkdir(scratch, { recursive: true, mode: 0o700 });
  await emptyFolder(scratch);
  await rm(scratch, { recursive: true, force: true });
}

/** The newest copy of each part that can be reached, wherever it is. */
async function chooseNewest(
  client: pg.Client,
  { dataDir, unseal, versions }: DrillOptions,
): Promise<ChosenCopies> {
  const opened = await openTargets(client, dataDir, unseal);
  const newest: Partial<Record<'records' | 'keys', FoundCopy>> = {};
  for (const part of backupParts) {
    for (const { target } of opened.filter((each) => each.part === part)) {
      const [found] = await target.reach().then(
        () => findCopies(target, part),
        () => [],
      );
      if (found && found.header.madeAt > (newest[part]?.header.madeAt ?? '')) newest[part] = found;
    }
  }
  const { records, keys } = newest;
  if (!records || !keys)
    throw new Problem('restore.nothing-found', 404, { params: { folder: dataDir, step: 'copies' } });
  return chooseCopies({ targets: { records: records.target, keys: keys.target }, versions });
}

async function writeDown(
  client: pg.Client,
  seen: { startedAt: Date; endedAt: Date; chosen?: ChosenCopies; proof?: RestoreProof; error?: unknown },
): Promise<void> {
  const { proof, error } = seen;
  const step =
    error instanceof Problem && typeof error.params['step'] === 'string' ? error.params['step'] : 'copies';
  await client.query(
    `insert into serai.restore_drill (id, started_at, ended_at, made_at, until_at, rows, tables, logs, indexes, events, step, problem)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      randomUUID(),
      seen.startedAt,
      seen.endedAt,
      seen.chosen?.copies.records.header.madeAt ?? null,
      proof?.until ?? null,
      proof?.rows ?? null,
      proof?.tables ?? null,
      proof?.logs ?? null,
      proof?.indexes ?? null,
      proof?.audit.events ?? null,
      proof ? null : step,
      proof ? null : codeOf(error),
    ],
  );
}
