import type { BackupPart } from './backup-header.server.ts';
import { parseLogName, parseStoredName, stampOf } from './backup-names.ts';
import { findCopies, readCopyHeader } from './find-copies.server.ts';
import { chooseKept, chooseKeptKeys, keysKeptDays, type KeptCopies } from './kept-copies.ts';
import type { Target } from './target.server.ts';

export interface Pruned {
  copies: number;
  logs: number;
}

/**
 * Removes this house's copies that need not stay, and the logs that no daily copy could be brought forward with. Other
 * houses' files, and whatever is no copy, are left alone.
 */
export async function pruneTarget(
  target: Target,
  part: BackupPart,
  { houseId, wished, now }: { houseId: string; wished: KeptCopies; now: Date },
): Promise<Pruned> {
  const copies = (await findCopies(target, part))
    .filter(({ header }) => header.houseId === houseId)
    .map((copy) => ({ ...copy, madeAt: copy.header.madeAt }));
  const kept = part === 'keys' ? chooseKeptKeys(copies, wished, now) : chooseKept(copies, wished, now);
  const gone = copies.filter((copy) => !kept.has(copy));
  for (const { name } of gone) await target.remove(name);

  // To the minute only as far back as there is a copy of every day; further back, to the copies themselves.
  const daily = chooseKept([...kept], { daily: wished.daily, weekly: 0, monthly: 0 }, now);
  const firstLog = new Map<string, string>();
  for (const { header } of daily) {
    const known = firstLog.get(header.line);
    const first = header.logs?.first ?? '';
    if (known === undefined || first < known) firstLog.set(header.line, first);
  }
  // Lines of other houses in the same place are not ours to judge.
  const own = new Set(copies.map(({ header }) => header.line));
  const oldest = [...daily].map(({ header }) => header.madeAt).sort()[0];
  let logs = 0;
  for (const name of await target.list()) {
    const log = parseLogName(name);
    const stored = parseStoredName(name);
    const isOld = log
      ? own.has(log.line)
        ? log.file < (firstLog.get(log.line) ?? 'G')
        : await isStranded(target, name, houseId, now)
      : stored !== undefined && oldest !== undefined && stored.at < stampOf(new Date(oldest));
    if (!isOld) continue;
    await target.remove(name);
    logs += 1;
  }
  return { copies: gone.length, logs };
}

/** A log whose copies are all gone, as after a clean-up that broke off. A line without a copy yet is young. */
async function isStranded(target: Target, name: string, houseId: string, now: Date): Promise<boolean> {
  const header = await readCopyHeader(target, name).catch(() => undefined);
  const oldest = new Date(now.getTime() - keysKeptDays * 24 * 3600 * 1000).toISOString();
  return header?.houseId === houseId && header.madeAt < oldest;
}
