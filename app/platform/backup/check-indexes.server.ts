import { Problem } from '../problem.ts';
import { asSuperuser, type ClusterName } from './superuser.server.ts';

/**
 * Reads every table and every index of a cluster and compares them with each other (PostgreSQL's amcheck): rows that
 * cannot be, rows that an index does not know, values that are not where they belong.
 * @returns how many were looked at. @throws Problem `restore.corrupt` naming where
 */
export async function checkIndexes(dataDir: string, name: ClusterName): Promise<number> {
  return asSuperuser(dataDir, name, async (client) => {
    await client.query('create schema serai_check');
    await client.query('create extension amcheck schema serai_check');
    try {
      const wrong: string[] = [];
      const { rows: tables } = await client.query<{ oid: number; name: string }>(
        `select oid, oid::regclass::text as name from pg_class where relkind in ('r', 'm') and relpersistence = 'p' order by 2`,
      );
      for (const table of tables) {
        const { rowCount } = await client.query(
          'select 1 from serai_check.verify_heapam($1::regclass, check_toast => true, on_error_stop => true)',
          [table.oid],
        );
        if (rowCount !== 0) wrong.push(table.name);
      }
      const { rows: indexes } = await client.query<{ oid: number; name: string; method: string }>(
        `select c.oid, c.oid::regclass::text as name, am.amname as method from pg_class c join pg_am am on am.oid = c.relam
           join pg_index i on i.indexrelid = c.oid
         where c.relkind = 'i' and i.indisvalid and am.amname in ('btree', 'gin') and c.relpersistence = 'p' order by 2`,
      );
      for (const index of indexes) {
        const check =
          index.method === 'btree' ? 'bt_index_check($1::regclass, true)' : 'gin_index_check($1::regclass)';
        // What PostgreSQL says may quote values; which index it is says enough.
        await client.query(`select serai_check.${check}`, [index.oid]).catch(() => wrong.push(index.name));
      }
      if (wrong.length > 0)
        throw new Problem('restore.corrupt', 422, { params: { places: wrong.slice(0, 20).join(', ') } });
      return tables.length + indexes.length;
    } finally {
      await client.query('drop schema serai_check cascade');
    }
  });
}
