import { randomUUID } from 'node:crypto';
import { sql, type Transaction } from 'kysely';
import { z } from 'zod';
import { isStaff } from '#platform/actor.ts';
import { appendAudit } from '#platform/audit/append-audit.server.ts';
import { blankEvent } from '#platform/operations/execute.server.ts';
import { operationsOn } from '#platform/operations/operation.server.ts';
import { fieldProblem, forbidden, notFound, Problem } from '#platform/problem.ts';
import { acceptCode, unsealSeed } from '../one-time-code.server.ts';
import { checkPassphrase } from '../passphrase.server.ts';
import { mintSession, sessionHours } from '../session.server.ts';
import { isOpen } from '../staff.ts';
import type { StaffTables } from '../staff.tables.server.ts';

export const switchCentreInput = z.object({
  /** The account in the other centre, where both are linked. */
  staffId: z.uuid().optional(),
  /** Or the centre in which one says to have one: proven by its secrets, and never told before. */
  centreId: z.uuid().optional(),
  /** Of that account; not needed once both were linked. */
  passphrase: z.string().max(200).optional(),
  code: z.string().trim().max(20).optional(),
  /** Proven now, these two accounts need no further proof until the secrets of either change. */
  keep: z.boolean().default(false),
});

/**
 * Leaves this centre and goes on in another one in which the same person works: the session here ends, one begins there,
 * with the roles of there. Both accounts must carry the same address. The first time the other account is proven by its
 * own passphrase and code; a link that the person keeps spares that, and then the session there ends when this one
 * would have, and counts as not stepped up. Both records hold it. Reached through `switchToCentre`, which limits guesses.
 * An account that is not linked is named by its centre only, and one that is not there is refused as a wrong proof is, with
 * as long a look: otherwise whoever is given an address as their own could ask where its owner works.
 * @throws Problem `session.proof-needed` (428) where nothing links the accounts, `field.wrong-code` on `code`
 */
export const switchCentre = operationsOn<StaffTables>()({
  name: 'session.switch-centre',
  input: switchCentreInput,
  subject: 'session',
  login: 'auth',
  async load({ tx, actor, today }, { staffId, centreId }) {
    const { rows } = await sql<{
      staff_id: string;
      linked: boolean;
    }>`select staff_id, linked from my_other_accounts()
      where ${staffId === undefined ? sql`centre_id = ${centreId ?? null}` : sql`staff_id = ${staffId}`}`.execute(
      tx,
    );
    if (!rows[0] && (staffId !== undefined || centreId === undefined)) return undefined;
    const found = await tx
      .selectFrom('staff_member')
      .innerJoin('staff_credential', 'staff_credential.staff_id', 'staff_member.id')
      .where('staff_member.id', '=', rows[0]?.staff_id ?? null)
      .select([
        'staff_member.id',
        'staff_member.centre_id',
        'staff_member.site_id',
        'staff_member.roles',
        'staff_member.status',
        'staff_member.expires_on',
        'staff_credential.passphrase_hash',
        'staff_credential.sealed_totp',
        'staff_credential.totp_last_step',
      ])
      .forUpdate()
      .executeTakeFirst();
    const account =
      found && isOpen({ status: found.status, expiresOn: found.expires_on }, today) ? found : undefined;
    if (!account && staffId !== undefined) return undefined;
    const session = await tx
      .selectFrom('session')
      .selectAll()
      .where('id', '=', actor.sessionId ?? '')
      .where('ended_at', 'is', null)
      .forUpdate()
      .executeTakeFirst();
    return session && { account, session, linked: staffId !== undefined && rows[0]?.linked === true };
  },
  relations: () => ['self'],
  async run({ house, actor, tx, now, today }, input, { account, session, linked }) {
    if (!isStaff(actor)) throw forbidden();
    const proves = input.passphrase !== undefined || input.code !== undefined;
    if (!linked && !proves) throw new Problem('session.proof-needed', 428);
    if (proves) {
      const knows = await checkPassphrase(account?.passphrase_hash, input.passphrase ?? '');
      const step = account?.sealed_totp
        ? acceptCode(
            unsealSeed(house.vault, account.id, account.sealed_totp),
            input.code ?? '',
            now,
            account.totp_last_step,
          )
        : undefined;
      if (!account || !knows || step === undefined) throw fieldProblem('code', 'wrong-code');
      await tx
        .updateTable('staff_credential')
        .set({ totp_last_step: step })
        .where('staff_id', '=', account.id)
        .execute();
    }
    if (!account) throw notFound();
    if (proves && input.keep) await linkAccounts(tx, actor.staffId, account.id, now);
    await tx
      .updateTable('session')
      .set({ ended_at: now, ended_reason: 'switched-centre' })
      .where('id', '=', session.id)
      .execute();
    await tx
      .updateTable('staff_member')
      .set({ last_sign_in_on: today })
      .where('id', '=', account.id)
      .execute();
    const lasts = proves ? sessionHours * 3_600_000 : session.expires_at.getTime() - now.getTime();
    const minted = await mintSession(tx, {
      kind: 'staff',
      staffId: account.id,
      centreId: account.centre_id,
      siteId: account.site_id,
      roles: account.roles,
      now,
      lasts,
    });
    // The same browser; what was proven elsewhere does not count as proven here.
    await sql`update session n set device = o.device, device_hash = o.device_hash,
        step_up_at = ${proves ? now : null}::timestamptz
      from session o where n.id = ${minted.id} and o.id = ${session.id}`.execute(tx);
    await appendAudit(tx, house.vault, account.centre_id, {
      ...blankEvent(randomUUID(), { name: 'session.switch-centre', subject: 'session' }, actor, now),
      actorId: account.id,
      sessionId: minted.id,
      roles: account.roles,
      subjectId: account.id,
      relation: 'self',
      fields: ['arrived'],
      result: 'done',
    });
    return {
      result: {
        token: minted.token,
        staffId: account.id,
        expiresAt: new Date(now.getTime() + lasts).toISOString(),
      },
      audit: { subjectId: actor.staffId, fields: ['left', ...(proves && input.keep ? ['linked'] : [])] },
    };
  },
});

/** One row for the pair, whichever side it was proven from. */
async function linkAccounts(tx: Transaction<StaffTables>, one: string, other: string, now: Date) {
  const [first, second] = one < other ? [one, other] : [other, one];
  await sql`insert into staff_link (staff_id, other_id, linked_at) values (${first}, ${second}, ${now})
    on conflict (staff_id, other_id) do update set linked_at = excluded.linked_at`.execute(tx);
}
