import { constants, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { syncFolder } from './sync-folder.server.ts';

const anew = constants.O_WRONLY | constants.O_CREAT | constants.O_TRUNC | constants.O_NOFOLLOW;

/**
 * Replaces a small file so that a power cut leaves the old one or the new one, never half of one. A link that lies in the way,
 * on a disk that others can write to, is not followed.
 */
export async function writeDurably(file: string, content: string | Uint8Array): Promise<void> {
  await rm(`${file}.new`, { force: true });
  const handle = await open(`${file}.new`, anew, 0o600);
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(`${file}.new`, file);
  await syncFolder(dirname(file));
}
