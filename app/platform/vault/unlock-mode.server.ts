import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const unlockModeSchema = z.object({
  mode: z.enum(['automatic', 'person']),
  people: z.union([z.literal(1), z.literal(2)]),
});

/** Who opens the house after a start: a key file by itself, or that many people with their sign-in. */
export type UnlockMode = z.infer<typeof unlockModeSchema>;

/** Readable while the house is sealed, because it says whether it is. */
export const unlockModePath = (dataDir: string): string => join(dataDir, 'unlock.json');

/**
 * How this house opens; automatic where nothing was chosen. A file that cannot be read counts as the careful choice:
 * the house stays sealed until a person opens it.
 */
export function readUnlockMode(dataDir: string): UnlockMode {
  let text: string;
  try {
    text = readFileSync(unlockModePath(dataDir), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { mode: 'automatic', people: 1 };
    throw error;
  }
  try {
    return unlockModeSchema.parse(JSON.parse(text));
  } catch {
    return { mode: 'person', people: 1 };
  }
}

/** Writes the choice so that it survives a power cut. */
export function writeUnlockMode(dataDir: string, chosen: UnlockMode): void {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const path = unlockModePath(dataDir);
  const handle = openSync(`${path}.new`, 'w', 0o600);
  try {
    writeSync(handle, `${JSON.stringify(unlockModeSchema.parse(chosen))}\n`);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(`${path}.new`, path);
  const folder = openSync(dataDir, 'r');
  fsyncSync(folder);
  closeSync(folder);
}
