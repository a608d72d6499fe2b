import type pg from 'pg';

/**
 * Every row of every table as text; bytes in it are written in hex, which the search knows. On the disk a large value is
 * packed, and a name in it would be passed over there.
 */
export async function everyRow(admin: pg.Pool): Promise<[string, Buffer][]> {
  const { rows } = await admin.query<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema')`,
  );
  const found: [string, Buffer][] = [];
  for (const { name } of rows) {
    const all = await admin.query<{ row: string }>(`select t::text as row from ${name} t`);
    found.push([name, Buffer.from(all.rows.map(({ row }) => row).join('\n'))]);
  }
  return found;
}
