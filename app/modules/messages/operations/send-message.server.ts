import { sql, type Transaction } from 'kysely';
import { z } from 'zod';
import { operationsOn } from '#platform/operations/operation.server.ts';
import { unsealMessage } from '../message.server.ts';
import type { OutboxTables } from '../outbox.tables.server.ts';
import { mailer } from '../mailer.server.ts';

/** After this many failures a message stays for somebody to look at. */
export const mostAttempts = 5;

/**
 * Sends one waiting message. The row is locked while the mail server answers, so that two workers never send it twice;
 * the message's id is its Message-ID, so that a mail server can recognise a repetition after a crash.
 */
export const sendMessage = operationsOn<OutboxTables>()({
  name: 'message.send',
  input: z.object({ messageId: z.uuid() }),
  subject: 'message',
  load: ({ tx }, input) =>
    tx.selectFrom('outbox').selectAll().where('id', '=', input.messageId).forUpdate().executeTakeFirst(),
  async run({ house, tx, now }, _input, row) {
    const audit = { subjectId: row.id, clientId: row.client_id ?? undefined, fields: [row.kind] };
    if (row.state !== 'waiting') return { result: row.state, audit };
    // A person who is restricted by now is out of a job's reach, and one who has taken a yes back since is not written to:
    // nothing goes out to them by itself. Asked at every try, for a mail server may be away for hours.
    if (row.client_id && !(await mayStillReach(tx, row.client_id))) {
      await tx
        .updateTable('outbox')
        .set({ state: 'withdrawn', settled_at: now })
        .where('id', '=', row.id)
        .execute();
      return { result: 'withdrawn' as const, audit };
    }
    const sent = await mailer(house).send(row.id, await unsealMessage(house.vault, row));
    const attempts = row.attempts + 1;
    const state = sent
      ? ('sent' as const)
      : attempts >= mostAttempts
        ? ('failed' as const)
        : ('waiting' as const);
    await tx
      .updateTable('outbox')
      .set({ state, attempts, settled_at: state === 'waiting' ? null : now })
      .where('id', '=', row.id)
      .execute();
    return { result: state, audit };
  },
});

async function mayStillReach(tx: Transaction<OutboxTables>, clientId: string): Promise<boolean> {
  const { rows } = await sql`select 1 from client where id = ${clientId} and not exists (
    select 1 from (
      select distinct on (purpose) status from consent
      where client_id = ${clientId} and purpose in ('service_and_record', 'contact_by_message')
      order by purpose, seq desc) last
    where status in ('refused', 'withdrawn', 'expired'))`.execute(tx);
  return rows.length > 0;
}
