import { randomBytes } from 'node:crypto';
import { type Kysely, sql, type Transaction } from 'kysely';
import type { House } from '#platform/house.server.ts';
import { hashToken } from './session.server.ts';
import type { PasskeyPurpose, StaffTables } from './staff.tables.server.ts';

/** Minutes in which a challenge must be answered. */
export const challengeMinutes = 5;

interface Asked {
  purpose: PasskeyPurpose;
  /** The browser's short-lived secret. */
  browser: string;
  /** Whose key is asked for; nobody's in particular at sign-in. */
  staffId: string | null;
}

/** A new challenge, of which only the hash is kept. Those that ran out are swept on the way. */
export async function newChallenge(house: House, asked: Asked): Promise<string> {
  const challenge = randomBytes(32).toString('base64url');
  const now = house.clock.now();
  const database: Kysely<StaffTables> = house.databases.auth;
  await database.deleteFrom('passkey_challenge').where('expires_at', '<=', now).execute();
  await database
    .insertInto('passkey_challenge')
    .values({
      challenge_hash: hashToken(challenge),
      browser_hash: hashToken(asked.browser),
      purpose: asked.purpose,
      staff_id: asked.staffId,
      expires_at: new Date(now.getTime() + challengeMinutes * 60_000),
    })
    .execute();
  return challenge;
}

/**
 * Takes a challenge in the caller's transaction: of this browser, for this purpose, for this person, in time.
 * Of two who send the same answer at once the second waits here and finds nothing.
 */
export async function takeChallenge(
  tx: Transaction<StaffTables>,
  challenge: string,
  asked: Asked & { now: Date },
): Promise<boolean> {
  const taken = await tx
    .deleteFrom('passkey_challenge')
    .where('challenge_hash', '=', hashToken(challenge))
    .where('browser_hash', '=', hashToken(asked.browser))
    .where('purpose', '=', asked.purpose)
    .where(sql<boolean>`staff_id is not distinct from ${asked.staffId}::uuid`)
    .where('expires_at', '>', asked.now)
    .executeTakeFirst();
  return taken.numDeletedRows === 1n;
}

/** A refused answer rolls its transaction back; its challenge counts no more all the same. */
export async function burnChallenge(house: House, challenge: string): Promise<void> {
  const database: Kysely<StaffTables> = house.databases.auth;
  await database.deleteFrom('passkey_challenge').where('challenge_hash', '=', hashToken(challenge)).execute();
}
