import { join } from 'node:path';
import type pg from 'pg';
import { Problem } from '../problem.ts';
import type { Place } from '../vault/seal.server.ts';
import { type BackupPart, backupParts } from './backup-header.server.ts';
import { folderTarget } from './folder-target.server.ts';
import { type ObjectCredentials, objectTarget } from './object-target.server.ts';
import type { Target } from './target.server.ts';

/** Opens what is sealed for the house; undefined while it is sealed. */
export type Unseal = (<Value>(place: Place, sealed: Buffer) => Value) | undefined;

export interface OpenedTarget {
  /** Of its row; undefined for the folder beside the data, which nobody had to choose. */
  id: string | undefined;
  part: BackupPart;
  target: Target;
}

/** Where the secret of a bucket is sealed. */
export const secretPlace = (id: string): Place => ({ table: 'backup_target', column: 'secret', row: id });

/** Two folders beside the data: better than nothing, and no help when the computer is gone. */
export const besideData = (dataDir: string): Record<BackupPart, string> => ({
  records: join(`${dataDir}-backups`, 'records'),
  keys: join(`${dataDir}-backups`, 'keys'),
});

interface TargetRow {
  id: string;
  part: BackupPart;
  kind: 'folder' | 'disk' | 'object';
  place: string;
  region: string | null;
  disk_mark: string | null;
  secret: Buffer | null;
}

/** All places that the house chose; for a part without any, the folder beside the data. */
export async function openTargets(
  client: pg.Client,
  dataDir: string,
  unseal: Unseal,
): Promise<OpenedTarget[]> {
  const { rows } = await client.query<TargetRow>(
    `select id, part, kind, place, region, disk_mark, secret from serai.backup_target
       where removed_at is null order by added_at, id`,
  );
  const chosen: OpenedTarget[] = rows.map((row) => ({
    id: row.id,
    part: row.part,
    target: openTarget(row, unseal),
  }));
  for (const part of backupParts)
    if (!chosen.some((each) => each.part === part))
      chosen.push({ id: undefined, part, target: folderTarget({ folder: besideData(dataDir)[part] }) });
  return chosen;
}

function openTarget(row: TargetRow, unseal: Unseal): Target {
  if (row.kind === 'object' && row.secret) {
    const place = { url: row.place, region: row.region ?? 'us-east-1' };
    if (!unseal) return lockedTarget(row.place);
    return objectTarget(place, unseal<ObjectCredentials>(secretPlace(row.id), row.secret));
  }
  const folder = join(row.place, row.part);
  return row.disk_mark === null
    ? folderTarget({ folder })
    : folderTarget({ folder, disk: { markIn: row.place, mark: row.disk_mark } });
}

/** A bucket whose secret nobody can open now: what goes there waits until the house is unlocked. */
function lockedTarget(place: string): Target {
  const refuse = () => Promise.reject(new Problem('backup.target-locked', 423, { params: { place } }));
  return {
    place,
    reach: refuse,
    list: refuse,
    put: refuse,
    putText: refuse,
    fetch: refuse,
    readStart: refuse,
    remove: refuse,
  };
}
