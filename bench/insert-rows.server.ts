import type pg from 'pg';

/**
 * Writes many rows of one table in one statement. Triggers and foreign keys are not run for them (the rows are whole and
 * fit together by how they were made), so what a trigger would have written is given to this function as well.
 */
export async function insertRows(
  client: pg.ClientBase | pg.Pool,
  table: string,
  rows: readonly object[],
): Promise<void> {
  const first = rows[0];
  if (!first) return;
  const columns = Object.keys(first).join(', ');
  const text = JSON.stringify(rows.map(asText));
  await client.query(
    `insert into ${table} (${columns}) select ${columns} from json_populate_recordset(null::${table}, $1::json)`,
    [text],
  );
}

/** Bytes as PostgreSQL writes them; all else JSON says by itself. */
const asText = (row: object): object =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      Buffer.isBuffer(value) ? `\\x${value.toString('hex')}` : value,
    ]),
  );
