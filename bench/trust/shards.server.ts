import { fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import startTestServers from '#platform/testing/start-test-servers.server.ts';
import type { TrustOutcome, TrustRun } from './trust-check.ts';

/** A part of a check's cases, for one process of several. */
export interface ShardTask {
  /** Which part this is, from 0, of how many. */
  shard: number;
  of: number;
  /** The count of the whole check. */
  count: number;
  folder: string;
  seed: number;
  fault?: string | undefined;
}

type Answer = { said: string } | { outcome: TrustOutcome } | { broke: string };

/** As many processes as cores, four at most: beside them the database wants to run too. */
export const shardsFor = (count: number, each: number): number =>
  Math.max(1, Math.min(4, availableParallelism(), Math.ceil(count / each)));

/**
 * Runs a file of this folder (which calls `serveShard`) in several processes and adds up what they report. Figures are
 * joined by `joinFigures`, one list of values per name. @throws when a process ends without an answer
 */
export async function runShards(
  file: string,
  run: TrustRun,
  shards: number,
  joinFigures: (name: string, values: string[]) => string = (_name, values) => values.join(', '),
): Promise<TrustOutcome> {
  const parts = await Promise.all(
    Array.from({ length: shards }, (_, shard) => runShard(file, run, { shard, of: shards })),
  );
  const names = new Set(parts.flatMap(({ figures }) => Object.keys(figures ?? {})));
  const figures: Record<string, string> = {};
  for (const name of names) {
    figures[name] = joinFigures(
      name,
      parts.flatMap((part) => part.figures?.[name] ?? []),
    );
  }
  return {
    done: parts.reduce((sum, { done }) => sum + done, 0),
    wrong: parts.reduce((sum, { wrong }) => sum + wrong, 0),
    faults: parts.flatMap(({ faults }) => faults),
    figures,
  };
}

function runShard(file: string, run: TrustRun, part: { shard: number; of: number }): Promise<TrustOutcome> {
  const { count, folder, seed, fault } = run;
  const child = fork(join(import.meta.dirname, file), {
    execArgv: ['--expose-gc', '--max-old-space-size=2048'],
    env: { ...process.env, NODE_ENV: 'production' },
  });
  return new Promise((resolve, reject) => {
    const end = () => void child.kill('SIGKILL');
    process.once('exit', end);
    child.once('exit', (code) => {
      process.off('exit', end);
      reject(new Error(`part ${part.shard} of ${file} ended with ${code}`));
    });
    child.on('message', (answer: Answer) => {
      if ('said' in answer) return run.tell(answer.said);
      if ('broke' in answer) reject(new Error(answer.broke));
      else resolve(answer.outcome);
      child.disconnect();
    });
    child.send({ ...part, count, folder, seed, fault } satisfies ShardTask);
  });
}

/** In the forked file: answers the one task that comes, and ends. */
export function serveShard(
  work: (task: ShardTask, tell: (line: string) => void) => Promise<TrustOutcome>,
): void {
  if (!process.send) throw new Error('this file is a part of a check: npm run bench:trust runs it');
  const say = (answer: Answer): boolean | undefined => process.send?.(answer);
  process.once('disconnect', () => process.exit(0));
  process.once('message', (task: ShardTask) => {
    work(task, (said) => void say({ said })).then(
      (outcome) => say({ outcome }),
      (error: unknown) =>
        say({ broke: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
    );
  });
}

/** Whole numbers of a count for one part of several: they add up to the count. */
export const shareOf = ({ shard, of, count }: Pick<ShardTask, 'shard' | 'of' | 'count'>): number =>
  Math.floor(count / of) + (shard < count % of ? 1 : 0);

/** Database servers for houses without a disk to lose: what is checked here is not about the disk. */
export async function withTestServers<Result>(work: () => Promise<Result>): Promise<Result> {
  if (process.env['SERAI_TEST_SERVERS']) return work();
  const stop = await startTestServers();
  try {
    return await work();
  } finally {
    delete process.env['SERAI_TEST_SERVERS'];
    await stop();
  }
}
