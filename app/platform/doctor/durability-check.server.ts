import type pg from 'pg';
import { dangerIfAny, type Finding } from './finding.ts';

const expected = { fsync: 'on', full_page_writes: 'on', synchronous_commit: 'on', data_checksums: 'on' };

/** What was acknowledged must be on the disk, and damage must be noticed. `cluster` is main or keys. */
export async function checkDurability(client: pg.Client, cluster: string): Promise<Finding> {
  const { rows } = await client.query<{ name: string; setting: string }>(
    'select name, setting from pg_settings where name = any($1)',
    [Object.keys(expected)],
  );
  const now = new Map(rows.map(({ name, setting }) => [name, setting]));
  const wrong = Object.entries(expected).filter(([name, setting]) => {
    const found = now.get(name);
    // An operator's replica may ask for more than "on".
    return found !== setting && !(name === 'synchronous_commit' && found?.startsWith('remote_'));
  });
  return dangerIfAny(
    'durability',
    'off',
    wrong.map(([name]) => `${cluster}: ${name}`),
  );
}

/** Pages whose checksum did not fit when they were read. */
export async function checkDamage(client: pg.Client, cluster: string): Promise<Finding> {
  const { rows } = await client.query<{ failures: number }>(
    'select coalesce(sum(checksum_failures), 0)::int as failures from pg_stat_database',
  );
  const failures = rows[0]?.failures ?? 0;
  return dangerIfAny('damage', 'damaged', failures > 0 ? [`${cluster}: ${failures}`] : []);
}
