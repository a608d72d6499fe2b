import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { BackupPart } from './backup-header.server.ts';
import { queueFolder } from './seal-log.server.ts';
import type { Target } from './target.server.ts';

/** A target that is away for long must not fill the disk: the oldest go first, and its next copy closes the gap. */
const largestQueue = 2 * 1024 ** 3;

/** What each target has already, so that a bucket is not listed every minute. */
export type KnownNames = Map<string, Set<string>>;

export interface Carried {
  carried: number;
  /** What went wrong, by place. */
  problems: Map<string, unknown>;
  /** Files that were dropped because the queue was full. */
  dropped: number;
}

/** Brings what waits in the queue to every target, oldest first. What all of them have leaves the queue. */
export async function carryQueue(
  dataDir: string,
  part: BackupPart,
  targets: readonly Target[],
  known: KnownNames,
  limit = largestQueue,
): Promise<Carried> {
  const folder = queueFolder(dataDir, part);
  const all: string[] = await readdir(folder, { recursive: true }).catch((): string[] => []);
  const names = all.filter((name) => name.endsWith('.bak')).sort(byAge);
  const problems = new Map<string, unknown>();
  let carried = 0;
  for (const target of targets) {
    try {
      if (names.length === 0) break;
      await target.reach();
      const there = known.get(target.place) ?? new Set(await target.list());
      known.set(target.place, there);
      for (const name of names.filter((each) => !there.has(each))) {
        await target.put(name, join(folder, name));
        there.add(name);
        carried += 1;
      }
    } catch (problem) {
      problems.set(target.place, problem);
    }
  }
  for (const name of names)
    if (targets.every(({ place }) => known.get(place)?.has(name)))
      await rm(join(folder, name), { force: true });
  return { carried, problems, dropped: problems.size === 0 ? 0 : await dropOldest(folder, names, limit) };
}

/** By the last step of the path: files of the log are numbered, stored files begin with their time. */
const byAge = (a: string, b: string): number => a.localeCompare(b);

async function dropOldest(folder: string, names: readonly string[], limit: number): Promise<number> {
  const sizes = await Promise.all(
    names.map(async (name) => (await stat(join(folder, name)).catch(() => undefined))?.size ?? 0),
  );
  let total = sizes.reduce((sum, size) => sum + size, 0);
  let dropped = 0;
  for (const [index, name] of names.entries()) {
    if (total <= limit) break;
    await rm(join(folder, name), { force: true });
    total -= sizes[index] ?? 0;
    dropped += 1;
  }
  return dropped;
}
