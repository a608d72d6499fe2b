import { dirname } from 'node:path';
import type { House } from '../house.server.ts';
import { readLastBackup } from './last-backup.server.ts';

/** The folders where copies of this house stand. */
export async function listBackupFolders(house: Pick<House, 'config'>): Promise<string[]> {
  const last = await readLastBackup(house.config.dataDir);
  return last ? [...new Set([dirname(last.records), dirname(last.keys)])] : [];
}
