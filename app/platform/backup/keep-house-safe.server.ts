import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { isProblem } from '../problem.ts';
import { type BackupPart, backupParts } from './backup-header.server.ts';
import { readBackupRecipients } from './backup-recipients.server.ts';
import type { KeptCopies } from './kept-copies.ts';
import { writeLastBackup } from './last-backup.server.ts';
import { makeCopies, type MadeCopy } from './make-copies.server.ts';
import { type OpenedTarget, openTargets, type Unseal } from './open-targets.server.ts';
import { pruneTarget } from './prune-target.server.ts';
import { asSuperuser } from './superuser.server.ts';
import type { Target } from './target.server.ts';

interface RunOptions {
  dataDir: string;
  versions: { release: string; postgres: string };
  unseal: Unseal;
  now: () => Date;
  /** Other places than those of the plan. */
  targets?: Record<BackupPart, Target>;
  onProgress?(done: number, total: number): void;
  onStep?(step: 'copying' | 'carrying'): void;
  signal?: AbortSignal;
}

export interface CopyRun {
  made: Record<BackupPart, MadeCopy>;
  /** Copies and logs that were removed because newer ones are there. */
  pruned: Record<BackupPart, number>;
}

/**
 * A whole copy to all places, and everything that goes with it: what need not stay is removed, each place remembers how
 * it went, and the run is written down, whether it succeeded or not.
 * @throws Problem `backup.*`
 */
export async function keepHouseSafe(options: RunOptions): Promise<CopyRun> {
  const { dataDir, versions, now, signal, onStep } = options;
  const startedAt = now();
  return asSuperuser(dataDir, 'main', async (client) => {
    try {
      const recipients = await readBackupRecipients(dataDir);
      const opened = await chooseTargets(client, options);
      const total = await sizeOfHouse(client, dataDir);
      const made = await makeCopies({
        dataDir,
        recipients,
        targets: { records: ofPart(opened, 'records'), keys: ofPart(opened, 'keys') },
        versions,
        now,
        ...(onStep && { onStep }),
        ...(signal && { signal }),
        onProgress: (done) => options.onProgress?.(done, Math.max(done, total)),
      });
      const pruned = { records: 0, keys: 0 };
      const wished = await readKept(client);
      for (const part of backupParts)
        for (const target of made[part].arrived)
          pruned[part] += (
            await pruneTarget(target, part, { houseId: recipients.houseId, wished, now: now() })
          ).copies;
      await remember(client, opened, made, now());
      await writeDown(client, { startedAt, endedAt: now(), made });
      await rememberPlaces(dataDir, made, now());
      return { made, pruned };
    } catch (error) {
      if (!isAbort(error)) await writeDown(client, { startedAt, endedAt: now(), problem: error });
      throw error;
    }
  });
}

const ofPart = (opened: readonly OpenedTarget[], part: BackupPart): Target[] =>
  opened.filter((each) => each.part === part).map(({ target }) => target);

async function chooseTargets(
  client: pg.Client,
  { dataDir, unseal, targets }: RunOptions,
): Promise<OpenedTarget[]> {
  if (!targets) return openTargets(client, dataDir, unseal);
  return backupParts.map((part) => ({ id: undefined, part, target: targets[part] }));
}

export async function readKept(client: pg.Client): Promise<KeptCopies> {
  const { rows } = await client.query<KeptCopies>('select daily, weekly, monthly from serai.backup_plan');
  const [plan] = rows;
  if (!plan) throw new Error('there is no plan for backups');
  return plan;
}

/** Roughly what will be read, for whoever watches. */
async function sizeOfHouse(client: pg.Client, dataDir: string): Promise<number> {
  const ask = 'select sum(pg_database_size(oid))::float8 as size from pg_database';
  const main = await client.query<{ size: number }>(ask);
  const keys = await asSuperuser(dataDir, 'keys', (other) => other.query<{ size: number }>(ask));
  return (main.rows[0]?.size ?? 0) + (keys.rows[0]?.size ?? 0);
}

async function remember(
  client: pg.Client,
  opened: readonly OpenedTarget[],
  made: Record<BackupPart, MadeCopy>,
  at: Date,
): Promise<void> {
  for (const { id, part, target } of opened) {
    const missed = made[part].missed.find((each) => each.target === target);
    if (id !== undefined) await rememberTarget(client, id, at, missed?.problem);
  }
}

/** Each place shows when something last arrived there, and why not. */
export async function rememberTarget(
  client: pg.Client,
  id: string,
  at: Date,
  problem?: unknown,
): Promise<void> {
  await client.query(
    `update serai.backup_target set tried_at = $2, arrived_at = case when $3::text is null then $2 else arrived_at end,
       problem = $3 where id = $1`,
    [id, at, problem === undefined ? null : codeOf(problem)],
  );
}

async function writeDown(
  client: pg.Client,
  run: { startedAt: Date; endedAt: Date; made?: Record<BackupPart, MadeCopy>; problem?: unknown },
): Promise<void> {
  const { made } = run;
  await client.query(
    `insert into serai.backup_run (id, started_at, ended_at, made_at, bytes, missed, problem) values ($1, $2, $3, $4, $5, $6, $7)`,
    [
      randomUUID(),
      run.startedAt,
      run.endedAt,
      made?.records.header.madeAt ?? null,
      made ? made.records.header.payload.bytes + made.keys.header.payload.bytes : null,
      made ? made.records.missed.length + made.keys.missed.length : 0,
      made ? null : codeOf(run.problem),
    ],
  );
}

/** For commands that have no database at hand. A bucket has no path. */
async function rememberPlaces(dataDir: string, made: Record<BackupPart, MadeCopy>, at: Date): Promise<void> {
  const placeOf = ({ arrived, name }: MadeCopy) => `${arrived[0]?.place ?? ''}/${name}`;
  await writeLastBackup(dataDir, {
    at: at.toISOString(),
    records: placeOf(made.records),
    keys: placeOf(made.keys),
  });
}

/** What went wrong, as a code with a text in `cli:problem`; never the words of an error, which may quote a value. */
export const codeOf = (problem: unknown): string => (isProblem(problem) ? problem.code : 'unexpected');

const isAbort = (error: unknown) => error instanceof Error && error.name === 'AbortError';
