import { sql } from 'kysely';
import type { House } from '#platform/house.server.ts';
import { isProblem, Problem } from '#platform/problem.ts';

/** What is being guessed at, as a keyed hash: no address and no account name is stored. */
export interface GuessBucket {
  mac: Buffer;
  /** Wrong guesses in a window after which nothing is tried any more. */
  limit: number;
  /** Does a right answer clear the bucket, or only give its own attempt back? */
  clears: boolean;
}

const windowMinutes = 15;

/**
 * Runs an attempt under guessing limits. The attempt is counted before it is made, so that many at once
 * cannot slip through, and given back when it was right or when it failed for another reason than a wrong guess.
 * @throws Problem `too-many-requests` (429) with `retryAfter`, whatever the attempt would have said
 */
export async function limitGuesses<Result>(
  house: House,
  buckets: readonly GuessBucket[],
  attempt: () => Promise<Result>,
): Promise<Result> {
  const now = house.clock.now();
  for (const bucket of buckets) await countGuess(house, bucket, now);
  try {
    const result = await attempt();
    await Promise.all(buckets.map((bucket) => forgive(house, bucket, bucket.clears)));
    return result;
  } catch (error) {
    if (!isWrongGuess(error)) await Promise.all(buckets.map((bucket) => forgive(house, bucket, false)));
    throw error;
  }
}

/**
 * Counts one attempt on its own, for what costs something whether it is right or wrong.
 * @throws Problem `too-many-requests` (429) with `retryAfter`
 */
export async function countGuess(
  house: House,
  { mac, limit }: Pick<GuessBucket, 'mac' | 'limit'>,
  now: Date,
): Promise<void> {
  const oldest = new Date(now.getTime() - windowMinutes * 60_000);
  const { rows } = await sql<{ failures: number; window_start: Date }>`
    insert into sign_in_limit as l (bucket_mac, failures, window_start) values (${mac}, 1, ${now})
    on conflict (bucket_mac) do update set
      failures = case when l.window_start <= ${oldest} then 1 else l.failures + 1 end,
      window_start = case when l.window_start <= ${oldest} then ${now}::timestamptz else l.window_start end
    returning failures, window_start`.execute(house.databases.auth);
  const row = rows[0];
  if (!row || row.failures <= limit) return;
  const wait = windowMinutes * 60 - (now.getTime() - row.window_start.getTime()) / 1000;
  throw new Problem('too-many-requests', 429, { retryAfter: Math.max(1, Math.ceil(wait)) });
}

async function forgive(house: House, { mac }: GuessBucket, all: boolean): Promise<void> {
  const left = all ? 0 : sql`greatest(failures - 1, 0)`;
  await sql`update sign_in_limit set failures = ${left} where bucket_mac = ${mac}`.execute(
    house.databases.auth,
  );
}

/** A guess was made and was wrong; a blank field or a database that is away is no guess. */
function isWrongGuess(error: unknown): boolean {
  if (!isProblem(error)) return false;
  return error.code === 'session.refused' || error.fields.some((field) => field.code.startsWith('wrong-'));
}
