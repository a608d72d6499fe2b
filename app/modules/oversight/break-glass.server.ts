import { sql, type Transaction } from 'kysely';
import type { AnyTables } from '#platform/database/databases.server.ts';
import type { Relation } from '#platform/policy/policy.ts';
import type { Actor } from '#platform/actor.ts';
import type { BreakGlassTable, OversightTables } from './oversight.tables.server.ts';

export const reasonPlace = (id: string) => ({ table: 'break_glass', column: 'sealed_reason', row: id });
export const reviewPlace = (id: string) => ({ table: 'break_glass', column: 'sealed_review', row: id });

/** What of a restricted file is known to whoever stands before it: its number and whom it concerns. */
export interface ClosedFile {
  id: string;
  fileNo: string;
  assignedTo: string | null;
  /** Its named readers who still work here. */
  readers: string[];
}

/** Undefined where the file is not restricted, is open to the asker anyway, or is of another centre. */
export async function closedFile(
  tx: Transaction<AnyTables>,
  clientId: string,
): Promise<ClosedFile | undefined> {
  const { rows } = await sql<{
    file_no: string;
    assigned_to: string | null;
    readers: string[];
  }>`select file_no, assigned_to, readers from closed_file(${clientId})`.execute(tx);
  const row = rows[0];
  return row && { id: clientId, fileNo: row.file_no, assignedTo: row.assigned_to, readers: row.readers };
}

/** Until when this session has emergency access to a person; undefined for whoever needs none. */
export async function breakGlassEnds(
  tx: Transaction<AnyTables>,
  clientId: string,
): Promise<{ breakGlassId: string; endsAt: Date } | undefined> {
  const { rows } = await sql<{ id: string; ends_at: Date }>`
    select id, ends_at from break_glass
    where client_id = ${clientId} and closed_at is null and ends_at = break_glass_ends(${clientId})
      and not is_named_reader(${clientId}) and session_id = session_of_person()
    limit 1`.execute(tx);
  return rows[0] && { breakGlassId: rows[0].id, endsAt: rows[0].ends_at };
}

export const findBreakGlass = (
  tx: Transaction<OversightTables>,
  id: string,
): Promise<BreakGlassTable | undefined> =>
  tx.selectFrom('break_glass').selectAll().where('id', '=', id).executeTakeFirst();

/** `self`: the actor opened it; `own`: the actor is one of the file's named readers. */
export async function relationsToBreakGlass(
  tx: Transaction<AnyTables>,
  actor: Actor,
  row: Pick<BreakGlassTable, 'staff_id' | 'client_id'>,
): Promise<Relation[]> {
  if (row.staff_id === actor.staffId) return ['self'];
  const { rows } = await sql<{ reads: boolean }>`select is_named_reader(${row.client_id}) as reads`.execute(
    tx,
  );
  return rows[0]?.reads ? ['own'] : [];
}
