import { dirname, isAbsolute } from 'node:path';
import { folderTarget } from './folder-target.server.ts';
import { readLastBackup } from './last-backup.server.ts';
import { openTargets } from './open-targets.server.ts';
import { asSuperuser } from './superuser.server.ts';
import type { Target } from './target.server.ts';

type FolderTarget = Target & Required<Pick<Target, 'localPath'>>;
const isFolder = (target: Target): target is FolderTarget => target.localPath !== undefined;

/** The folders and disks where copies of this house stand: those of the plan, and where the last copy went. */
export async function listFolderTargets(dataDir: string): Promise<FolderTarget[]> {
  // Before anything was copied nothing need be made.
  const last = await readLastBackup(dataDir);
  if (!last) return [];
  const planned = await asSuperuser(dataDir, 'main', (client) =>
    openTargets(client, dataDir, undefined),
  ).catch(() => []);
  const chosen = planned.filter(({ id }) => id !== undefined).map(({ target }) => target);
  const known = new Set(chosen.map(({ place }) => place));
  for (const file of [last.records, last.keys]) {
    const folder = dirname(file);
    if (!isAbsolute(folder) || known.has(folder)) continue;
    known.add(folder);
    chosen.push(folderTarget({ folder }));
  }
  return chosen.filter(isFolder);
}
