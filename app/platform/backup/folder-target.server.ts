import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { constants, copyFile, mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Problem } from '../problem.ts';
import { syncFolder } from './sync-folder.server.ts';
import type { Target } from './target.server.ts';
import { writeDurably } from './write-durably.server.ts';

/** Stands on a disk that comes and goes. Without it the folder is an empty mount point, and nothing may be put there. */
export const diskMark = '.serai-backup-disk';

interface FolderOptions {
  folder: string;
  /** The text of the disk's mark; without it the folder is made when it is missing. */
  disk?: { markIn: string; mark: string };
}

export function folderTarget({ folder, disk }: FolderOptions): Target {
  const placeOf = (name: string) => join(folder, name);
  return {
    place: folder,
    async reach() {
      if (disk) {
        const found = await readFile(join(disk.markIn, diskMark), 'utf8').catch(() => undefined);
        if (found?.trim() !== disk.mark)
          throw new Problem('backup.target-absent', 503, { params: { place: disk.markIn } });
      }
      await mkdir(folder, { recursive: true, mode: 0o700 }).catch((cause: unknown) => {
        throw new Problem('backup.target-refused', 503, { params: { place: folder }, cause });
      });
      // What a copy that was cut off left behind; encrypted, and of no use.
      for (const name of await readdir(folder))
        if (name.endsWith('.bak.partial')) await rm(join(folder, name), { force: true });
    },
    async list() {
      const found: string[] = await readdir(folder, { recursive: true }).catch((): string[] => []);
      return found.filter((name) => name.endsWith('.bak') || name.endsWith('.json'));
    },
    async put(name, file) {
      const target = placeOf(name);
      await mkdir(dirname(target), { recursive: true, mode: 0o700 });
      const draft = `${target}.partial`;
      try {
        await rm(draft, { force: true });
        await copyFile(file, draft, constants.COPYFILE_EXCL);
        const handle = await open(draft, 'r');
        await handle.sync();
        await handle.close();
        if ((await hashOf(draft)) !== (await hashOf(file)))
          throw new Problem('backup.not-verified', 500, { params: { file: basename(target) } });
        await rename(draft, target);
        await syncFolder(dirname(target));
      } catch (error) {
        await rm(draft, { force: true }).catch(() => undefined);
        throw error;
      }
    },
    async putText(name, text) {
      await mkdir(dirname(placeOf(name)), { recursive: true, mode: 0o700 });
      await writeDurably(placeOf(name), text);
    },
    async fetch(name, file) {
      await copyFile(placeOf(name), file).catch((error: NodeJS.ErrnoException) => {
        if (error.code !== 'ENOENT') throw error;
        throw new Problem('restore.nothing-found', 404, { params: { folder: placeOf(name) } });
      });
    },
    localPath: placeOf,
    async readStart(name, bytes) {
      const handle = await open(placeOf(name), 'r');
      try {
        const block = Buffer.alloc(bytes);
        const { bytesRead } = await handle.read(block, 0, bytes, 0);
        return block.subarray(0, bytesRead);
      } finally {
        await handle.close();
      }
    },
    async remove(name) {
      await rm(placeOf(name), { force: true });
    },
  };
}

async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file, { highWaterMark: 1024 * 1024 }))
    hash.update(chunk as Buffer);
  return hash.digest('hex');
}
