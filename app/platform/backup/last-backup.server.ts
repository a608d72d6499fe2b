import { open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';

/** The last backup that was written and read back, and where its parts were put. */
export interface LastBackup {
  at: string;
  records: string;
  keys: string;
}

const fileOf = (dataDir: string) => join(dataDir, 'last-backup.json');

export async function writeLastBackup(dataDir: string, last: LastBackup): Promise<void> {
  const handle = await open(`${fileOf(dataDir)}.new`, 'w', 0o600);
  try {
    await handle.writeFile(JSON.stringify(last));
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(`${fileOf(dataDir)}.new`, fileOf(dataDir));
}

export async function readLastBackup(dataDir: string): Promise<LastBackup | undefined> {
  const text = await readFile(fileOf(dataDir), 'utf8').catch(() => undefined);
  try {
    return text === undefined ? undefined : (JSON.parse(text) as LastBackup);
  } catch {
    return undefined; // cut short by a power loss: as good as none
  }
}
