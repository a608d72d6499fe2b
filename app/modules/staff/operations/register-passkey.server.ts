import { randomUUID } from 'node:crypto';
import { verifyRegistrationResponse } from '@simplewebauthn/server';
import { z } from 'zod';
import { operationsOn } from '#platform/operations/operation.server.ts';
import { lineSchema } from '#platform/operations/text-schema.ts';
import { fieldProblem, Problem } from '#platform/problem.ts';
import { mostPasskeys } from '../passkey.ts';
import {
  challengeOf,
  type MadePasskey,
  type PasskeyProof,
  passkeyProofShape,
  readMadePasskey,
} from '../passkey-answer.server.ts';
import { takeChallenge } from '../passkey-challenge.server.ts';
import { sealPasskeyName } from '../passkey-name.server.ts';
import { tellColleague } from '../staff-notice.server.ts';
import type { StaffTables } from '../staff.tables.server.ts';
import { requireStepUp } from '../step-up.ts';

/**
 * Keeps the public half of a passkey that one's own device has just made. Its owner finds a notice, so that a key
 * made by somebody at a borrowed screen does not stay unseen.
 * @throws Problem `step-up.required`, `passkey.too-many`; `field.wrong-passkey` on `passkey`
 */
export const registerPasskey = operationsOn<StaffTables>()({
  name: 'passkey.register',
  input: z.object({ ...passkeyProofShape, name: lineSchema(60) }),
  subject: 'passkey',
  login: 'auth',
  load: ({ actor, tx }) =>
    tx
      .selectFrom('staff_member')
      .select(['id', 'centre_id'])
      .where('id', '=', actor.staffId ?? '')
      .forUpdate()
      .executeTakeFirst(),
  relations: () => ['self'],
  async run({ house, actor, tx, now }, input, member) {
    requireStepUp(actor, now);
    const kept = await tx.selectFrom('passkey').select('id').where('staff_id', '=', member.id).execute();
    if (kept.length >= mostPasskeys) throw new Problem('passkey.too-many', 409);
    const answer = readMadePasskey(input.passkey);
    const challenge = answer && challengeOf(answer);
    const asked = { purpose: 'register' as const, browser: input.browser, staffId: member.id, now };
    if (!answer || challenge === undefined || !(await takeChallenge(tx, challenge, asked)))
      throw fieldProblem('passkey', 'wrong-passkey');
    const made = await verified(answer, challenge, input);
    if (!made) throw fieldProblem('passkey', 'wrong-passkey');
    const id = randomUUID();
    const added = await tx
      .insertInto('passkey')
      .values({
        id,
        staff_id: member.id,
        centre_id: member.centre_id,
        credential_id: Buffer.from(made.credential.id, 'base64url'),
        public_key: Buffer.from(made.credential.publicKey),
        counter: made.credential.counter,
        transports: answer.response.transports,
        rp_id: input.rpId,
        synced: made.credentialDeviceType === 'multiDevice',
        sealed_name: sealPasskeyName(house.vault, id, input.name),
        created_at: now,
        last_used_on: null,
        suspected_at: null,
      })
      .onConflict((conflict) => conflict.column('credential_id').doNothing())
      .executeTakeFirst();
    if (added.numInsertedOrUpdatedRows !== 1n) throw fieldProblem('passkey', 'wrong-passkey');
    await tellColleague(tx, {
      staffId: member.id,
      centreId: member.centre_id,
      kind: 'passkey-added',
      by: member.id,
      now,
    });
    return { result: { passkeyId: id }, audit: { subjectId: member.id, itemIds: [id] } };
  },
});

async function verified(answer: MadePasskey, challenge: string, { origin, rpId }: PasskeyProof) {
  try {
    const { verified: right, registrationInfo } = await verifyRegistrationResponse({
      response: answer,
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: rpId,
      requireUserVerification: true,
    });
    return right && registrationInfo.userVerified ? registrationInfo : undefined;
  } catch {
    // The library throws for whatever is wrong with an answer.
    return undefined;
  }
}
