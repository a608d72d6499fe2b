import { type Selectable, sql, type Transaction } from 'kysely';
import { z } from 'zod';
import { type OperationContext, operationsOn } from '#platform/operations/operation.server.ts';
import { Problem } from '#platform/problem.ts';
import { passkeyProofSchema, provePasskey, type StaffTables, takeCode } from '#modules/staff/index.server.ts';
import type { SealingTables } from '../sealing.tables.server.ts';

export const vouchInput = z.object({
  /** Who came first. */
  staffId: z.uuid(),
  /** Who came second: must be another person. */
  secondId: z.uuid(),
  /** When the first one proved themselves; a one-time code is looked at as of then. */
  provenAt: z.iso.datetime(),
  proof: z.union([z.object({ code: z.string().max(20) }), z.object({ passkey: passkeyProofSchema })]),
});

/**
 * Looks, now that there is a key, at what the first of two people had proven before: their account is open and permanent, their
 * one-time code was right then and counts once, or their passkey signed. Two accounts of one person are one person.
 * @throws Problem `session.refused`
 */
export const vouchForOpening = operationsOn<SealingTables>()({
  name: 'house.vouch',
  input: vouchInput,
  subject: 'house',
  login: 'auth',
  async run(context, { staffId, secondId, provenAt, proof }) {
    const { house, tx, today } = context;
    const [first, second] = await Promise.all([findAccount(tx, staffId), findAccount(tx, secondId)]);
    const stands =
      first &&
      second &&
      !first.email_mac.equals(second.email_mac) &&
      first.status === 'active' &&
      !first.expires_on;
    if (!stands) throw new Problem('session.refused', 401);
    const then = new Date(provenAt);
    const right =
      'code' in proof
        ? await takeCode(house.vault, context.on<StaffTables>(), { staffId, code: proof.code, at: then })
        : (
            await provePasskey(
              { ...(context as unknown as OperationContext<StaffTables>), now: then },
              proof.passkey,
              'sign-in',
              undefined,
            )
          )?.staff_id === staffId;
    if (!right) throw new Problem('session.refused', 401);
    await tx.updateTable('staff_member').set({ last_sign_in_on: today }).where('id', '=', staffId).execute();
    return { result: { vouched: true }, audit: { subjectId: staffId, centreId: first.centre_id } };
  },
});

function findAccount(tx: Transaction<SealingTables>, id: string) {
  return tx
    .selectFrom('staff_member')
    .select(['id', 'centre_id', 'email_mac', 'status', 'expires_on'])
    .where('id', '=', id)
    .where(sql<boolean>`not ('volunteer' = any (roles))`)
    .executeTakeFirst() as Promise<
    | Pick<
        Selectable<StaffTables['staff_member']>,
        'id' | 'centre_id' | 'email_mac' | 'status' | 'expires_on'
      >
    | undefined
  >;
}
