import { sql } from 'kysely';
import type { OperationContext } from '#platform/operations/operation.server.ts';
import type { AnyTables } from '#platform/database/databases.server.ts';

type Context = Pick<OperationContext<AnyTables>, 'house' | 'tx'>;

/** Conversations without a name whose note is older than the centre keeps it, the oldest first. */
export async function oldNotes({ tx }: Context, upTo: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select anonymous_notes(${upTo}::date) as id`.execute(tx);
  return rows.map(({ id }) => id);
}

/** Their keys first, and with them every earlier version of a note; then the notes. The conversations stay counted. */
export async function forgetNotes(
  { house, tx }: Context,
  ids: readonly string[],
  upTo: string,
): Promise<number> {
  const { rows } = await sql<{ id: string }>`
    select forget_anonymous_notes(${[...ids]}::uuid[], ${upTo}::date) as id`.execute(tx);
  for (const { id } of rows) await house.vault.keys.shred(id);
  return rows.length;
}

export async function oldMessages({ tx }: Context, before: Date): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from outbox where state <> 'waiting' and settled_at < ${before}`.execute(tx);
  return rows[0]?.count ?? 0;
}

export async function deleteMessages({ tx }: Context, before: Date): Promise<number> {
  const gone = await sql`delete from outbox where state <> 'waiting' and settled_at < ${before}`.execute(tx);
  return Number(gone.numAffectedRows ?? 0);
}
