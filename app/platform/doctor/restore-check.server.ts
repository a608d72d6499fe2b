import type pg from 'pg';
import { daysSince, provenForDays } from '../backup/due.ts';
import type { Config } from '../config.server.ts';
import { attention, danger, type Finding, fine } from './finding.ts';

interface Proofs {
  /** The last restore that went through, and what stopped the last one that did not. */
  proven: Date | null;
  step: string | null;
}

/**
 * A copy that was never brought back is a hope. `main` is the database of the records.
 * @param since the first event of the house: before there was a week, nothing can be a week old
 */
export async function checkRestoreProof(
  main: pg.Client,
  { databaseUrl }: Pick<Config, 'databaseUrl'>,
  now: Date,
  since: Date | undefined,
): Promise<Finding> {
  const { rows } = await main.query<Proofs>(
    `select (select max(ended_at) from serai.restore_drill where problem is null) as proven,
       (select coalesce(step, problem) from serai.restore_drill order by started_at desc limit 1) as step`,
  );
  const { proven = null, step = null } = rows[0] ?? {};
  if (step !== null) return danger('restoreProof', 'failed', { step });
  if (!proven) {
    if (databaseUrl !== undefined) return attention('restoreProof', 'external');
    const isYoung = !since || daysSince(since, now) < provenForDays;
    return isYoung ? attention('restoreProof', 'notYet') : danger('restoreProof', 'never');
  }
  const params = { at: proven.toISOString().slice(0, 10), days: String(daysSince(proven, now)) };
  return daysSince(proven, now) < provenForDays
    ? fine('restoreProof', params)
    : danger('restoreProof', 'old', params);
}
