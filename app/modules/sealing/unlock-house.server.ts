import type { Kysely } from 'kysely';
import { houseActor, isStaff } from '#platform/actor.ts';
import type { House } from '#platform/house.server.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { fieldProblem, isProblem, Problem } from '#platform/problem.ts';
import {
  hashOfToken,
  limitGuesses,
  type PasskeyProof,
  readDerived,
  resolveActor,
  type SignInOrigin,
  signOut,
  startPasskeySession,
  startSession,
} from '#modules/staff/index.server.ts';
import { recoverRoot } from '#modules/setup/index.server.ts';
import { evenly, inTurn } from './even-pace.server.ts';
import { combineShares } from './hand-out-grants.server.ts';
import { findByPasskey, findByPassphrase, type FoundKeeper } from './open-wrap.server.ts';
import { recordOpening } from './operations/record-opening.server.ts';
import { vouchForOpening } from './operations/vouch-for-opening.server.ts';
import type { SealingTables } from './sealing.tables.server.ts';
import { forgetKeeper, rememberKeeper, type WaitingKeeper, waitingKeeper } from './waiting-keeper.server.ts';

/** Who opened the house is signed in; the first of two waits for the second. */
export type Unlocked = { session: { token: string; expiresAt: string } } | { waits: true };

const guessesPerAccount = 10;
const guessesPerAddress = 30;

/**
 * The first sign-in after a start, which is the unlock: the passphrase gives the key, and with it the ordinary sign-in
 * is asked before anything opens. On a refusal nothing is kept.
 * @throws Problem `session.refused` (401) for a wrong address, passphrase or code: never told apart, and each takes as
 * long; `too-many-requests`; `house.is-open` (409); `opening.begin-again` (409) to the second of
 * two, where what the first one proved was wrong after all
 */
export async function unlockByPassphrase(
  house: House,
  typed: { email: string; passphrase: string; code: string },
  origin: SignInOrigin,
): Promise<Unlocked> {
  requireSealed(house);
  const account = typed.email.trim().toLowerCase();
  const { buckets, isKnown } = await guessBuckets(house, account, origin);
  return evenly(house, () =>
    limitGuesses(house, buckets, () =>
      inTurn(house, isKnown, async () => {
        const keeper = await findByPassphrase(house, typed);
        if (!keeper) throw refused();
        return enter(house, keeper, {
          by: 'passphrase',
          proof: { code: typed.code },
          begin: (open) => startSession(open, typed, origin),
        });
      }),
    ),
  );
}

/**
 * The same by a passkey whose device derives a secret for this house.
 * @throws Problem `session.refused` (401); `opening.passkey-derives-nothing` (409), which the browser's own answer says
 */
export async function unlockByPasskey(
  house: House,
  proof: PasskeyProof,
  origin: SignInOrigin,
): Promise<Unlocked> {
  requireSealed(house);
  const derived = readDerived(proof.passkey);
  if (!derived) throw new Problem('opening.passkey-derives-nothing', 409);
  const { buckets, isKnown } = await guessBuckets(house, `passkey/${derived.credentialId}`, origin);
  return evenly(house, () =>
    limitGuesses(house, buckets, () =>
      inTurn(house, isKnown, async () => {
        const keeper = await findByPasskey(house, derived);
        derived.derived.fill(0);
        if (!keeper) throw refused();
        const { deviceToken: token, device } = origin;
        return enter(house, keeper, {
          by: 'passkey',
          proof: { passkey: proof },
          begin: (open) => startPasskeySession(open, proof, { token, device }),
        });
      }),
    ),
  );
}

/**
 * By the printed recovery key. Nobody is signed in by it, and every coordinator is told.
 * @throws `field.wrong-recovery-key` on `recoveryKey`; Problem `too-many-requests`, `house.is-open`
 */
export async function unlockByRecoveryKey(
  house: House,
  recoveryKey: string,
  address: string | undefined,
): Promise<void> {
  requireSealed(house);
  const bucket = { mac: house.vault.mac('guess', `opening/sheet/${address ?? ''}`), limit: 10, clears: true };
  const since = house.clock.now().toISOString();
  await limitGuesses(house, [bucket], async () => {
    const root = readRoot(house, recoveryKey);
    try {
      await house.withRoot(root, (open) =>
        execute(open, recordOpening, houseActor, { by: 'recovery-key', since }),
      );
      await house.unlock(root);
    } catch (error) {
      throw isForeign(error) ? fieldProblem('recoveryKey', 'wrong-recovery-key') : error;
    } finally {
      root.fill(0);
    }
  });
  forgetKeeper(house);
}

function readRoot(house: House, recoveryKey: string): Buffer {
  try {
    return recoverRoot(house.config.dataDir, recoveryKey);
  } catch (error) {
    if (isProblem(error) && error.status < 500) throw fieldProblem('recoveryKey', 'wrong-recovery-key');
    throw error;
  }
}

interface Entrance {
  by: 'passphrase' | 'passkey';
  proof: WaitingKeeper['proof'];
  begin(open: House): Promise<{ token: string; expiresAt: string }>;
}

/** Signs in with the key for a moment, says so in the record, and only then opens the house. */
async function enter(house: House, keeper: FoundKeeper, { by, proof, begin }: Entrance): Promise<Unlocked> {
  const at = house.clock.now();
  const first = waitingKeeper(house);
  const root = await rootOf(keeper, first);
  if (!root) {
    if ('share' in keeper.opened)
      rememberKeeper(house, { ...keeper.opened, staffId: keeper.staffId, at, proof });
    return { waits: true };
  }
  const shared = 'share' in keeper.opened ? first : undefined;
  try {
    const session = await house.withRoot(root, async (open) => {
      const begun = await begin(open);
      // Only after the second one was right, so that a slip of theirs does not use up what the first one proved.
      if (shared) await vouch(open, shared, keeper.staffId, begun.token);
      const actor = await resolveActor(open, begun.token);
      if (!isStaff(actor)) throw refused();
      await execute(open, recordOpening, actor, {
        by,
        since: at.toISOString(),
        ...(shared && { first: shared.staffId }),
      });
      return begun;
    });
    await house.unlock(root);
    forgetKeeper(house);
    return { session };
  } catch (error) {
    if (isProblem(error) && error.code === 'opening.begin-again') forgetKeeper(house);
    throw isForeign(error) ? refused() : error;
  } finally {
    root.fill(0);
  }
}

/** The root key of whoever holds it whole; of two shares of one splitting where two people hold them. */
async function rootOf(
  { staffId, opened }: FoundKeeper,
  first: WaitingKeeper | undefined,
): Promise<Buffer | undefined> {
  if ('root' in opened) return opened.root;
  if (!first || first.staffId === staffId || first.splitId !== opened.splitId) return undefined;
  const root = await combineShares(first.share, opened.share);
  opened.share.fill(0);
  return root;
}

/**
 * What the first of two had proven is looked at now. Where it was wrong, both begin again. It counts as a guess at the first
 * one's code, here where it shows: a colleague who knows their passphrase could else try all codes, one pair at a time.
 */
async function vouch(open: House, first: WaitingKeeper, secondId: string, begun: string): Promise<void> {
  const mac = open.vault.mac('guess', `opening/vouched/${first.staffId}`);
  try {
    await limitGuesses(open, [{ mac, limit: guessesPerAccount, clears: true }], () =>
      execute(open, vouchForOpening, houseActor, {
        staffId: first.staffId,
        secondId,
        provenAt: first.at.toISOString(),
        proof: first.proof,
      }),
    );
  } catch (error) {
    await signOut(open, begun);
    if (!isProblem(error) || error.code !== 'session.refused') throw error;
    throw new Problem('opening.begin-again', 409);
  }
}

/** Strangers who guess must not lock out a browser in which somebody signed in before: it has a count of its own. */
async function guessBuckets(house: House, account: string, { address, deviceToken }: SignInOrigin) {
  const bucket = (what: string, limit: number, clears: boolean) => ({
    mac: house.vault.mac('guess', `opening/${what}`),
    limit,
    clears,
  });
  if (deviceToken !== undefined && (await isKnownHere(house, deviceToken)))
    return { buckets: [bucket(`device/${deviceToken}`, guessesPerAccount, true)], isKnown: true };
  const buckets = [bucket(`account/${account}`, guessesPerAccount, true)];
  if (address !== undefined) {
    const day = house.clock.now().toISOString().slice(0, 10);
    buckets.push(bucket(`address/${day}/${address}`, guessesPerAddress, false));
  }
  return { buckets, isKnown: false };
}

async function isKnownHere(house: House, deviceToken: string): Promise<boolean> {
  const database: Kysely<SealingTables> = house.databases.auth;
  const found = await database
    .selectFrom('known_device')
    .select('staff_id')
    .where('token_hash', '=', hashOfToken(deviceToken))
    .executeTakeFirst();
  return found !== undefined;
}

function requireSealed(house: House): void {
  if (!house.vault.isSealed) throw new Problem('house.is-open', 409);
}

const refused = () => new Problem('session.refused', 401);
const isForeign = (error: unknown) => isProblem(error) && error.code === 'vault.unlock-refused';
