import { sql } from 'kysely';
import type { House } from '#platform/house.server.ts';
import type { Job } from '#platform/jobs/run-jobs.server.ts';

/** Days for which an ended session or a used link is kept; the audit keeps what was done with it for ever. */
const keptDays = 90;

/** Forgets what sign-in no longer needs: old sessions, links, guessing counts, notices that were read. */
export async function sweepSignIn(house: House): Promise<void> {
  const now = house.clock.now();
  const old = new Date(now.getTime() - keptDays * 24 * 3_600_000);
  const yesterday = new Date(now.getTime() - 24 * 3_600_000);
  const { auth } = house.databases;
  await sql`delete from session where expires_at < ${old}`.execute(auth);
  await sql`delete from passkey_challenge where expires_at < ${now}`.execute(auth);
  await sql`delete from provider_attempt where expires_at < ${now}`.execute(auth);
  await sql`delete from sign_in_limit where window_start < ${yesterday}`.execute(auth);
  await sql`delete from invitation where expires_at < ${old}`.execute(auth);
  await sql`delete from staff_notice where read_at < ${old}`.execute(auth);
}

export const staffJobs: Job[] = [{ task: 'sweep-sign-in', run: sweepSignIn, schedule: '17 3 * * *' }];
