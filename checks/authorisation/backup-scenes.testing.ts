import { randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Scene } from './scenes.testing.ts';

const plain = () => ({});

/** A house has ten places at most, and every asker comes with one. */
const ofPlace: Scene = async (world) => {
  const placeId = randomUUID();
  await world.house.admin.query('update serai.backup_target set removed_at = now() where removed_at is null');
  await world.house.admin.query(
    `insert into serai.backup_target (id, part, kind, place, added_at, added_by) values ($1, 'records', 'folder', $2, now(), $3)`,
    [placeId, `/nowhere/${placeId}`, world.keeper.staffId],
  );
  return { placeId };
};

/** Copies of the house: they belong to no centre. */
export const backupScenes: Record<string, Scene> = {
  'backup.add-place': () => ({
    part: 'records',
    kind: 'folder',
    place: mkdtempSync(join(tmpdir(), 'serai-place-')),
  }),
  'backup.copy-now': plain,
  'backup.plan': () => ({ hour: 2, daily: 7, weekly: 5, monthly: 12 }),
  'backup.prove-now': plain,
  'backup.remove-place': ofPlace,
  'backup.view': plain,
};
