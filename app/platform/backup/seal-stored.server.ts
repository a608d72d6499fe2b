import { lstat, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { BackupTitle } from './backup-header.server.ts';
import { currentLine } from './backup-line.server.ts';
import { storedName } from './backup-names.ts';
import { readLastBackup } from './last-backup.server.ts';
import { queueFolder, type SealOptions } from './seal-log.server.ts';
import { writePart } from './write-part.server.ts';

const idShape = /^[0-9a-f]{8}-[0-9a-f-]{27}$/;
/** Files of the minutes around the last copy go twice rather than not at all. */
const overlap = 10 * 60_000;

/** What was sealed since this process began, by data folder: files never change, so once is enough. */
const sealed = new Map<string, Set<string>>();

/** Stored files that came after the last whole copy: the rows that tell of them stand in the log already. */
export async function sealStored(options: Omit<SealOptions, 'part'>): Promise<number> {
  const { dataDir } = options;
  const last = await readLastBackup(dataDir);
  if (!last) return 0; // the first copy brings them all
  const since = new Date(new Date(last.at).getTime() - overlap);
  const done = sealed.get(dataDir) ?? new Set<string>();
  sealed.set(dataDir, done);
  let count = 0;
  const root = join(dataDir, 'files');
  for (const folder of await readdir(root).catch((): string[] => [])) {
    // A new name changes the time of its folder: the others need not be looked through.
    if (((await lstat(join(root, folder)).catch(() => undefined))?.mtime ?? since) < since) continue;
    for (const id of (await readdir(join(root, folder))).filter((name) => idShape.test(name))) {
      const source = join(root, folder, id);
      const found = await lstat(source).catch(() => undefined);
      if (!found?.isFile() || found.mtime < since || done.has(id)) continue;
      await sealFile(options, { id, source, path: `files/${folder}/${id}`, at: found.mtime });
      done.add(id);
      count += 1;
    }
  }
  return count;
}

async function sealFile(
  { dataDir, recipients, versions, now }: Omit<SealOptions, 'part'>,
  file: { id: string; source: string; path: string; at: Date },
): Promise<void> {
  const target = join(queueFolder(dataDir, 'records'), storedName(file.at, file.id));
  await mkdir(join(target, '..'), { recursive: true, mode: 0o700 });
  const title: BackupTitle = {
    what: 'file',
    part: 'records',
    name: file.id,
    line: await currentLine(dataDir, 'records'),
    houseId: recipients.houseId,
    madeAt: now().toISOString(),
    ...versions,
    architecture: process.arch,
    logs: null,
    wrappedRoot: null,
  };
  await rm(`${target}.partial`, { force: true });
  await writePart({
    file: `${target}.partial`,
    about: () => ({ title, snapshot: null }),
    recipient: recipients.records,
    signKey: Buffer.from(recipients.sign, 'base64'),
    entries: [{ kind: 'file', path: file.path, source: file.source, mode: 0o600 }],
  });
  await rename(`${target}.partial`, target);
}
