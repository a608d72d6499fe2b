import { Problem } from '../problem.ts';
import type { BackupHeader, BackupPart } from './backup-header.server.ts';
import { isSignedHeader } from './backup-header.server.ts';
import { backupKeyOf, signingKey } from './backup-key.server.ts';
import { parseLogName, parseStoredName, stampOf } from './backup-names.ts';
import { findCopies, type FoundCopy, readCopyHeader } from './find-copies.server.ts';
import { logFileName, logFileNumber } from './log-position.ts';
import type { Target } from './target.server.ts';

export interface ChosenCopies {
  copies: Record<BackupPart, FoundCopy>;
  /** The moment to which the records are brought; undefined for the newest. */
  at?: Date;
}

interface Wished {
  targets: Record<BackupPart, Target>;
  /** Names within the targets, where somebody chose them. */
  names?: Partial<Record<BackupPart, string>>;
  at?: Date;
  /** This release and the major version of PostgreSQL that comes with it. */
  versions: { release: string; postgres: string };
}

/**
 * The copies that bring a house back: the records from before the wished moment, and always the newest keys, so that
 * whoever was erased meanwhile stays erased. Looks at headers only.
 * @throws Problem `restore.*`
 */
export async function chooseCopies({ targets, names, at, versions }: Wished): Promise<ChosenCopies> {
  const find = async (part: BackupPart) => {
    const name = names?.[part];
    const target = targets[part];
    if (name === undefined) return findCopies(target, part);
    const header = await readCopyHeader(target, name);
    if (header.part !== part || header.what !== 'copy')
      throw new Problem('restore.wrong-part', 422, { params: { file: name, part } });
    return [{ target, name, header }];
  };
  const records = (await find('records')).filter(
    ({ header }) => at === undefined || header.madeAt <= at.toISOString(),
  )[0];
  if (!records) {
    if (at === undefined)
      throw new Problem('restore.nothing-found', 404, { params: { folder: targets.records.place } });
    throw new Problem('restore.nothing-before', 404, { params: { at: at.toISOString() } });
  }
  const ofHouse = (await find('keys')).filter(({ header }) => header.houseId === records.header.houseId);
  const keys = ofHouse[0];
  if (!keys) throw new Problem('restore.nothing-found', 404, { params: { folder: targets.keys.place } });
  if (keys.header.madeAt < records.header.madeAt) throw new Problem('restore.keys-too-old', 422);
  for (const { header } of [records, keys]) refuseOtherVersion(header, versions);
  return { copies: { records, keys }, ...(at && { at }) };
}

function refuseOtherVersion(header: BackupHeader, { release, postgres }: Wished['versions']): void {
  if (isNewer(header.release, release))
    throw new Problem('restore.newer-release', 422, { params: { version: header.release } });
  if (header.postgres !== postgres)
    throw new Problem('restore.other-major-version', 422, {
      params: { found: header.postgres, expected: postgres },
    });
}

/** Was all of this written by the house of this root key? */
export const isRootOf = (root: Buffer, { copies }: ChosenCopies): boolean =>
  [copies.records, copies.keys].every(({ header }) => isSignedHeader(header, signingKey(backupKeyOf(root))));

/** The names of the logs that bring a copy forward, oldest first. @throws Problem `restore.log-gap` */
export function chooseLogs(copy: FoundCopy, names: readonly string[]): string[] {
  const { logs, line } = copy.header;
  if (!logs) return [];
  const size = BigInt(logs.size);
  const found = names
    .map((name) => ({ name, log: parseLogName(name) }))
    .filter(({ log }) => log?.line === line && log.file > logs.last)
    .sort((a, b) => (a.log?.file ?? '').localeCompare(b.log?.file ?? ''));
  const timeline = Number.parseInt(logs.last.slice(0, 8), 16);
  let expected = logFileNumber(logs.last, size);
  for (const { log } of found) {
    expected += 1n;
    const file = logFileName(timeline, expected, size);
    if (log?.file !== file) throw new Problem('restore.log-gap', 422, { params: { file } });
  }
  return found.map(({ name }) => name);
}

/** Stored files that came after the copy was made. Those that came too late do no harm: no row tells of them. */
export const chooseStored = (copy: FoundCopy, names: readonly string[]): string[] => {
  // A file is on the disk a moment before its row; a minute more costs nothing.
  const from = stampOf(new Date(new Date(copy.header.madeAt).getTime() - 60_000));
  return names.filter((name) => (parseStoredName(name)?.at ?? '') >= from);
};

function isNewer(one: string, other: string): boolean {
  const numbers = (version: string) => version.split(/[.+-]/).slice(0, 3).map(Number);
  const [a, b] = [numbers(one), numbers(other)];
  for (const place of [0, 1, 2]) {
    const difference = (a[place] ?? 0) - (b[place] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return false;
}
