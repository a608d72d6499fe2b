import { mkdir, open, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Problem } from '../problem.ts';
import { type BackupHeader, type BackupPart, isSignedHeader, readHeader } from './backup-header.server.ts';
import { backupIdentity, backupKeyOf, signingKey } from './backup-key.server.ts';
import { checkPayload, type PartSink, readPart } from './read-part.server.ts';
import { syncFolder } from './sync-folder.server.ts';
import type { Target } from './target.server.ts';
import type { SealedAbout } from './write-part.server.ts';

export interface Unpacked {
  header: BackupHeader;
  about: SealedAbout;
}

/**
 * Fetches a file of a backup, proves that this house wrote it and that it is whole, and unpacks it into a data folder.
 * @throws Problem `restore.damaged`, `restore.foreign`
 */
export async function unpackFile(options: {
  target: Target;
  name: string;
  part: BackupPart;
  root: Buffer;
  dataDir: string;
  onBytes?(count: number): void;
}): Promise<Unpacked> {
  const { target, name, part, root, dataDir, onBytes } = options;
  const local = target.localPath?.(name);
  const file = local ?? join(dataDir, `restore-${basename(name)}`);
  if (local === undefined) await target.fetch(name, file);
  try {
    const header = await readHeader(file);
    if (header.part !== part || !isSignedHeader(header, signingKey(backupKeyOf(root))))
      throw new Problem('restore.foreign', 422, { params: { file: basename(name) } });
    await checkPayload(file, header);
    const sink = folderSink(dataDir);
    const identity = await backupIdentity(backupKeyOf(root), part);
    const about = await readPart({ file, header, identity, sink, ...(onBytes && { onBytes }) });
    await sink.finish();
    return { header, about };
  } finally {
    if (local === undefined) await rm(file, { force: true });
  }
}

function folderSink(dataDir: string): PartSink & { finish(): Promise<void> } {
  const folders = new Set<string>([dataDir]);
  return {
    async directory(path, mode) {
      const place = join(dataDir, path);
      await mkdir(place, { recursive: true, mode: mode & 0o700 });
      folders.add(place);
    },
    async file(path, mode, content) {
      const place = join(dataDir, path);
      await mkdir(dirname(place), { recursive: true, mode: 0o700 });
      folders.add(dirname(place));
      const handle = await open(place, 'w', mode & 0o700 & ~0o100);
      try {
        for await (const chunk of content) await handle.write(chunk);
        await handle.sync();
      } finally {
        await handle.close();
      }
    },
    /** Names are written down too: a power cut after "done" must not lose a file. */
    async finish() {
      for (const folder of folders) if ((await stat(folder)).isDirectory()) await syncFolder(folder);
    },
  };
}
