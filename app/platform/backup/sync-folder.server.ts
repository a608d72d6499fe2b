import { open } from 'node:fs/promises';

/** Writes a folder's list of names down, so that a power cut does not lose what was put or renamed there. */
export async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
