import { createHash } from 'node:crypto';
import { chmod, chown, lstat, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { systemErrorCode } from './embedded-problem.server.ts';

/** The kernel's limit for a socket path is 107 bytes; PostgreSQL adds "/.s.PGSQL.5432.lock" to the folder. */
const longestFolder = 80;

/**
 * The private folder for a cluster's socket: short, 0700, really ours. `base` is the caller's choice, else what
 * systemd gave the service, else /tmp. Not $XDG_RUNTIME_DIR: it is emptied when the user logs out, under a server
 * that goes on running.
 */
export async function prepareSocketDir(
  clusterDir: string,
  owner: { uid: number; gid: number },
  base = process.env.RUNTIME_DIRECTORY?.split(':')[0],
): Promise<string> {
  const mark = createHash('sha256').update(`${owner.uid}:${clusterDir}`).digest('hex').slice(0, 12);
  if (base) await mkdir(base, { recursive: true, mode: 0o711 });
  for (const root of base ? [base, '/tmp'] : ['/tmp']) {
    for (let attempt = 0; attempt < 10; attempt += 1) {
      const folder = join(root, attempt === 0 ? `serai-${mark}` : `serai-${mark}-${attempt}`);
      if (Buffer.byteLength(folder) > longestFolder) break;
      // In a folder that everyone may write to, someone else may have taken the name: then use the next one.
      if (await makePrivate(folder, owner)) return folder;
    }
  }
  throw new Error('No private folder for the database socket could be made in /tmp or the runtime folder.');
}

/** Is the folder a real directory of this owner that nobody else may enter? */
export async function isPrivateFolder(folder: string, owner: { uid: number }): Promise<boolean> {
  const found = await lstat(folder).catch(() => undefined);
  return found !== undefined && found.isDirectory() && found.uid === owner.uid && (found.mode & 0o077) === 0;
}

async function makePrivate(folder: string, owner: { uid: number; gid: number }): Promise<boolean> {
  try {
    await mkdir(folder, { mode: 0o700 });
  } catch (error) {
    if (systemErrorCode(error) !== 'EEXIST') throw error;
  }
  const found = await lstat(folder);
  const self = process.getuid?.() ?? 0;
  if (!found.isDirectory() || (found.uid !== self && found.uid !== owner.uid)) return false;
  if ((found.mode & 0o7777) !== 0o700) await chmod(folder, 0o700);
  if (found.uid !== owner.uid) await chown(folder, owner.uid, owner.gid);
  return isPrivateFolder(folder, owner);
}
