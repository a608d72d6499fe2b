import { join } from 'node:path';
import type { Versions } from './make-copies.server.ts';
import { folderTarget } from './folder-target.server.ts';

/** As the embedded PostgreSQL of this release has it. */
export const testVersions: Versions = { release: '0.1.0', postgres: '18' };

export const testTargets = (folder: string) => ({
  records: folderTarget({ folder: join(folder, 'records') }),
  keys: folderTarget({ folder: join(folder, 'keys') }),
});
