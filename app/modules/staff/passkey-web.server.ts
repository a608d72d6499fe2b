import { generateAuthenticationOptions, generateRegistrationOptions } from '@simplewebauthn/server';
import type { Kysely } from 'kysely';
import type { StaffActor } from '#platform/actor.ts';
import { newToken } from '#platform/house.server.ts';
import { Problem } from '#platform/problem.ts';
import type { Web } from '#platform/web/web-context.ts';
import { derivationFor } from './passkey-derivation.server.ts';
import { countGuess } from './guess-limit.server.ts';
import type { PasskeyProof } from './passkey-answer.server.ts';
import { challengeMinutes, newChallenge } from './passkey-challenge.server.ts';
import { type PasskeyHome, passkeyHome } from './passkey-home.ts';
import { userHandleOf } from './passkey-name.server.ts';
import type { PasskeyPurpose, StaffTables } from './staff.tables.server.ts';

/** Challenges in fifteen minutes for one person, or for one address while nobody is signed in. */
const mostChallenges = 60;
const milliseconds = challengeMinutes * 60_000;

/** Where passkeys of this request live, or why there are none. */
export const passkeysAt = (web: Web) =>
  passkeyHome(web.url, web.house.config.staffUrl ?? web.house.config.publicUrl);

/** @throws Problem `passkey.not-here` (409) where this address can have none */
function requireHome(web: Web): PasskeyHome {
  const at = passkeysAt(web);
  if ('why' in at) throw new Problem('passkey.not-here', 409);
  return at.home;
}

/** What the browser is to ask its device for. The challenge is bound to this browser by a cookie of its own. */
export async function passkeyOptions(web: Web, purpose: PasskeyPurpose, actor: StaffActor | undefined) {
  const { rpId } = requireHome(web);
  await limitChallenges(web, actor);
  const browser = newToken();
  web.cookies.set('serai-passkey', browser, challengeMinutes * 60);
  const challenge = await newChallenge(web.house, { purpose, browser, staffId: actor?.staffId ?? null });
  const bytes = new Uint8Array(Buffer.from(challenge, 'base64url'));
  if (purpose === 'register' && actor) {
    return generateRegistrationOptions({
      rpName: 'Serai',
      rpID: rpId,
      userName: actor.displayName,
      userDisplayName: actor.displayName,
      userID: new Uint8Array(userHandleOf(web.house.vault, actor.staffId)),
      challenge: bytes,
      timeout: milliseconds,
      attestationType: 'none',
      excludeCredentials: await ownKeys(web, actor, rpId),
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      extensions: derivationFor(web.house.id),
    });
  }
  const allowCredentials = actor && (await ownKeys(web, actor, rpId));
  if (allowCredentials?.length === 0) throw new Problem('passkey.none', 409);
  return generateAuthenticationOptions({
    rpID: rpId,
    challenge: bytes,
    timeout: milliseconds,
    userVerification: 'required',
    extensions: derivationFor(web.house.id),
    ...(allowCredentials && { allowCredentials }),
  });
}

/** The form's answer with where it was asked for. */
export function passkeyProof(web: Web, passkey: string): PasskeyProof {
  const { rpId, origin } = requireHome(web);
  // Without the cookie the challenge is nobody's: a secret that no browser has stands for that.
  return { passkey, rpId, origin, browser: web.cookies.get('serai-passkey') ?? newToken() };
}

async function ownKeys(web: Web, actor: StaffActor, rpId: string) {
  const database: Kysely<StaffTables> = web.house.databases.auth;
  const rows = await database
    .selectFrom('passkey')
    .select(['credential_id', 'transports'])
    .where('staff_id', '=', actor.staffId)
    .where('rp_id', '=', rpId)
    .where('suspected_at', 'is', null)
    .execute();
  return rows.map((row) => ({
    id: row.credential_id.toString('base64url'),
    transports: row.transports,
  }));
}

async function limitChallenges(web: Web, actor: StaffActor | undefined): Promise<void> {
  const now = web.house.clock.now();
  const who = actor?.staffId ?? `${now.toISOString().slice(0, 10)}/${web.address ?? ''}`;
  const mac = web.house.vault.mac('guess', `passkey-challenge/${who}`);
  await countGuess(web.house, { mac, limit: mostChallenges }, now);
}
