import { type RawBuilder, sql } from 'kysely';
import type { Erasing } from './person-erased.ts';

export const anyOf = (ids: readonly string[]): RawBuilder<string> => sql<string>`any(${[...ids]}::uuid[])`;

/** Deletes the person's rows of these tables by the columns that name the person. Returns how many. */
export async function deleteRows(
  { on, personIds }: Erasing,
  columns: readonly (readonly [table: string, column: string])[],
): Promise<number> {
  let deleted = 0;
  for (const [table, column] of columns) {
    const gone =
      await sql`delete from ${sql.table(table)} where ${sql.ref(column)} = ${anyOf(personIds)}`.execute(on());
    deleted += Number(gone.numAffectedRows ?? 0);
  }
  return deleted;
}
