import type { Kysely } from 'kysely';
import { publicActor } from '#platform/actor.ts';
import type { House } from '#platform/house.server.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { tellProven } from '#platform/vault/proven-secret.server.ts';
import { type GuessBucket, limitGuesses } from './guess-limit.server.ts';
import { isKnownDevice } from './known-device.server.ts';
import { beginSession } from './operations/begin-session.server.ts';
import { emailMac } from './staff-identity.server.ts';
import type { StaffTables } from './staff.tables.server.ts';

const guessesPerAccount = 10;
/** More than for an account, because a whole office may stand behind one address. */
const guessesPerAddress = 30;

export interface SignInOrigin {
  /** The caller's network address; only its keyed hash of the day is used. */
  address: string | undefined;
  /** What the browser has kept since an earlier sign-in. */
  deviceToken: string | undefined;
  /** Its coarse class. */
  device?: string;
}

/**
 * Signs in under guessing limits: per account for browsers that are new to it, and per address. A browser on which
 * its owner signed in before has a limit of its own, so strangers who guess cannot lock the owner out.
 * @throws Problem `session.refused` (401), `too-many-requests` (429), `input.invalid`
 */
export async function startSession(
  house: House,
  input: { email: string; passphrase: string; code: string },
  origin: SignInOrigin,
) {
  const { deviceToken, device } = origin;
  const buckets = await signInBuckets(house, input.email, origin);
  const session = await limitGuesses(house, buckets, () =>
    execute(house, beginSession, publicActor, {
      ...input,
      ...(deviceToken && { deviceToken }),
      ...(device && { device }),
    }),
  );
  await tellProven(house, { staffId: session.staffId, passphrase: input.passphrase });
  return session;
}

/** What counts a guess at somebody's secrets, wherever they are asked for outside a session. */
export async function signInBuckets(
  house: House,
  email: string,
  origin: Omit<SignInOrigin, 'device'>,
): Promise<GuessBucket[]> {
  const mac = emailMac(house.vault, email);
  const { deviceToken } = origin;
  const known =
    deviceToken !== undefined &&
    (await isKnownDevice(house.databases.auth as Kysely<StaffTables>, mac, deviceToken));
  const account = mac.toString('hex');
  const bucket = (what: string, limit: number, clears: boolean): GuessBucket => ({
    mac: house.vault.mac('guess', what),
    limit,
    clears,
  });
  const buckets = known
    ? [bucket(`device/${account}/${deviceToken}`, guessesPerAccount, true)]
    : [bucket(`account/${account}`, guessesPerAccount, true)];
  if (!known && origin.address !== undefined) {
    const day = house.clock.now().toISOString().slice(0, 10);
    buckets.push(bucket(`address/${day}/${origin.address}`, guessesPerAddress, false));
  }
  return buckets;
}
