import { z } from 'zod';
import { operationsOn } from '#platform/operations/operation.server.ts';
import { notFound, Problem } from '#platform/problem.ts';
import { canSignIn } from '../passkey.ts';
import { endOtherSessions } from '../session.server.ts';
import type { StaffTables } from '../staff.tables.server.ts';
import { requireStepUp } from '../step-up.ts';

/**
 * Forgets one of one's own passkeys. Sessions that a passkey began end with it, but the one in which this is asked:
 * whoever took the device must not stay in.
 * @throws Problem `step-up.required`; `passkey.last-way` when nothing would be left to sign in with
 */
export const removePasskey = operationsOn<StaffTables>()({
  name: 'passkey.remove',
  input: z.object({ passkeyId: z.uuid() }),
  subject: 'passkey',
  login: 'auth',
  // Locked by person, so that two removals at once do not each leave the other's key.
  load: ({ actor, tx }) =>
    tx
      .selectFrom('staff_credential')
      .select(['staff_id', 'passphrase_hash', 'sealed_totp'])
      .where('staff_id', '=', actor.staffId ?? '')
      .forUpdate()
      .executeTakeFirst(),
  relations: () => ['self'],
  async run({ actor, tx, now }, { passkeyId }, credential) {
    requireStepUp(actor, now);
    const own = await tx
      .selectFrom('passkey')
      .select(['id', 'suspected_at'])
      .where('staff_id', '=', credential.staff_id)
      .execute();
    if (!own.some(({ id }) => id === passkeyId)) throw notFound();
    const left = {
      passphrase: credential.passphrase_hash !== null,
      oneTimeCode: credential.sealed_totp !== null,
      passkeys: own.filter(({ id, suspected_at: suspected }) => id !== passkeyId && !suspected).length,
    };
    if (!canSignIn(left)) throw new Problem('passkey.last-way', 409);
    await tx.deleteFrom('passkey').where('id', '=', passkeyId).execute();
    await endOtherSessions(tx, credential.staff_id, actor.sessionId ?? '', now, 'passkey-removed', 'passkey');
    return { result: { removed: true }, audit: { subjectId: credential.staff_id, itemIds: [passkeyId] } };
  },
});
