import { verifyAuthenticationResponse } from '@simplewebauthn/server';
import type { Selectable } from 'kysely';
import type { OperationContext } from '#platform/operations/operation.server.ts';
import { Problem } from '#platform/problem.ts';
import { isCopied } from './passkey.ts';
import {
  challengeOf,
  type PasskeyProof,
  readUsedPasskey,
  type UsedPasskey,
} from './passkey-answer.server.ts';
import { takeChallenge } from './passkey-challenge.server.ts';
import { userHandleOf } from './passkey-name.server.ts';
import type { PasskeyPurpose, PasskeyTable, StaffTables } from './staff.tables.server.ts';

/**
 * Checks a passkey's answer and moves its counter: the challenge was asked for in this browser and counts once, the
 * key was made under this name, its owner was verified by the device, the signature is right. Holding the device
 * and being verified by it are the two factors.
 * @param staffId whose key it must be; undefined at sign-in, where the key says who it is
 * @returns undefined when anything is wrong, and nothing says what
 * @throws Problem `passkey.copied` (409) with `passkeyId` when its counter tells of a second one
 */
export async function provePasskey(
  { house, tx, now, today }: OperationContext<StaffTables>,
  proof: PasskeyProof,
  purpose: PasskeyPurpose,
  staffId: string | undefined,
): Promise<Selectable<PasskeyTable> | undefined> {
  const answer = readUsedPasskey(proof.passkey);
  const challenge = answer && challengeOf(answer);
  if (!answer || challenge === undefined) return undefined;
  const asked = { purpose, browser: proof.browser, staffId: staffId ?? null, now };
  if (!(await takeChallenge(tx, challenge, asked))) return undefined;
  const passkey = await tx
    .selectFrom('passkey')
    .selectAll()
    .where('credential_id', '=', Buffer.from(answer.id, 'base64url'))
    .where('rp_id', '=', proof.rpId)
    .where('suspected_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  if (!passkey || (staffId !== undefined && passkey.staff_id !== staffId)) return undefined;
  const handle = answer.response.userHandle;
  if (handle !== undefined && handle !== userHandleOf(house.vault, passkey.staff_id).toString('base64url'))
    return undefined;
  const counter = await verified(answer, challenge, proof, passkey);
  if (counter === undefined) return undefined;
  if (isCopied(passkey.counter, counter))
    throw new Problem('passkey.copied', 409, { params: { passkeyId: passkey.id } });
  await tx
    .updateTable('passkey')
    .set({ counter, last_used_on: today })
    .where('id', '=', passkey.id)
    .execute();
  return passkey;
}

/** The counter that the device says, when its signature is right. */
async function verified(
  answer: UsedPasskey,
  challenge: string,
  { origin, rpId }: PasskeyProof,
  passkey: Selectable<PasskeyTable>,
): Promise<number | undefined> {
  try {
    const result = await verifyAuthenticationResponse({
      response: answer,
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: rpId,
      // With 0 the library lets every counter pass: what a wrong one means is our own rule.
      credential: { id: answer.id, publicKey: new Uint8Array(passkey.public_key), counter: 0 },
      requireUserVerification: true,
    });
    return result.verified && result.authenticationInfo.userVerified
      ? result.authenticationInfo.newCounter
      : undefined;
  } catch {
    // The library throws for whatever is wrong with an answer.
    return undefined;
  }
}
