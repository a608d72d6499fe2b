import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Problem } from '../problem.ts';

/** Stands in a data folder from the first byte of a restore until it is proven. */
export const unfinishedRestore = (dataDir: string) => join(dataDir, 'restore-unfinished');

/** Half a restore is no house: opening it would make an empty one beside the real records. */
export function refuseUnfinishedRestore(dataDir: string): void {
  if (existsSync(unfinishedRestore(dataDir)))
    throw new Problem('restore.unfinished', 500, { params: { folder: dataDir } });
}
