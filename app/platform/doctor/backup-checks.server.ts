import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import { readLastBackup } from '../backup/last-backup.server.ts';
import type { Config } from '../config.server.ts';
import { attention, danger, type Finding, fine } from './finding.ts';

const day = 24 * 3600 * 1000;

/** A copy of every working day, and both parts still where they were written. */
export async function checkBackupAge({ dataDir, databaseUrl }: Config, now: Date): Promise<Finding> {
  if (databaseUrl !== undefined) return attention('backup', 'external');
  const last = await readLastBackup(dataDir);
  if (!last) return danger('backup', 'never');
  const days = Math.floor((now.getTime() - new Date(last.at).getTime()) / day);
  const params = { days: String(days), at: last.at.slice(0, 10) };
  if (days > 7) return danger('backup', 'old', params);
  if (days > 2) return attention('backup', 'old', params);
  // A bucket has no path here, and a stick that lies in a drawer is as it should be; only the operator can tell.
  const files = [last.records, last.keys].filter((file) => !file.startsWith('http'));
  if (!files.every((file) => existsSync(file))) return attention('backup', 'elsewhere', params);
  return fine('backup', params);
}

/** Without the printed sheet a backup opens only with the key file, which burns with the computer. */
export function checkRecoverySheet({ dataDir }: Config, confirmed: boolean | undefined): Finding {
  if (!existsSync(join(dataDir, 'recovery.json'))) return danger('recoverySheet', 'none');
  return confirmed === false ? attention('recoverySheet', 'notConfirmed') : fine('recoverySheet');
}

/** Each place that was chosen takes its copies. */
export async function checkPlaces({ databaseUrl }: Config, main: pg.Client): Promise<Finding> {
  if (databaseUrl !== undefined) return fine('places');
  const { rows } = await main.query<{ place: string; problem: string | null }>(
    'select place, problem from serai.backup_target where removed_at is null order by place',
  );
  if (rows.length === 0) return attention('places', 'none');
  const missing = rows.filter(({ problem }) => problem !== null).map(({ place }) => place);
  return missing.length === 0
    ? fine('places')
    : attention('places', 'missing', { names: missing.join(', ') });
}
