import type pg from 'pg';
import type { FaultLoad } from '../bench-fault-load.server.ts';
import { type Counts, judge } from '../bench-fault-verdict.server.ts';
import { openBenchHouse } from '../bench-house.server.ts';
import type { TrustOutcome } from './trust-check.ts';

/** What is left after the load, compared with what was acknowledged: what is wrong, in words, and the counts. */
export async function judgeMachine(
  dataDir: string,
  load: FaultLoad,
  before: Counts,
): Promise<Pick<TrustOutcome, 'wrong' | 'faults'> & { figures: Record<string, string> }> {
  const { house, admin, keysAdmin, close } = await openBenchHouse(dataDir);
  try {
    const verdict = await judge(house, admin, load.acknowledged, before);
    const gaps = await numberGaps(admin);
    const broken = [...(await brokenPlaces(admin, 'records')), ...(await brokenPlaces(keysAdmin, 'keys'))];
    const { auditRows, ...bad } = verdict;
    const counted = Object.entries({ ...bad, gaps: gaps.length, broken: broken.length }).filter(
      ([, count]) => count > 0,
    );
    const said = [...load.faults, ...load.unclear];
    return {
      wrong: counted.reduce((sum, [, count]) => sum + count, 0) + said.length,
      faults: [...counted.map(([what, count]) => `${what}: ${count}`), ...gaps, ...broken, ...said],
      figures: {
        'acknowledged writes': load.acknowledged.length.toLocaleString('en-GB'),
        'audit rows walked': auditRows.toLocaleString('en-GB'),
        answers: [...load.seen]
          .sort(([a], [b]) => a - b)
          .map(([status, count]) => `${status === 0 ? 'broken' : status} × ${count}`)
          .join(', '),
      },
    };
  } finally {
    await close();
  }
}

/** Numbers of files and tickets run without a gap, and their counters stand where the last one does. */
async function numberGaps(admin: pg.Pool): Promise<string[]> {
  const { rows } = await admin.query<{ what: string; there: number; last: number }>(
    `select 'file numbers of ' || n.year as what, n.last,
       (select count(distinct file_no)::int from client c where c.centre_id = n.centre_id and c.file_no like '%-' || n.year || '-%') as there
     from file_number n
     union all
     select 'tickets of ' || t.day, t.last,
       (select count(distinct ticket_no)::int from arrival a where a.centre_id = t.centre_id and a.site_id = t.site_id and a.day = t.day)
     from ticket_counter t`,
  );
  return rows
    .filter(({ there, last }) => there !== last)
    .map(({ what, there, last }) => `${what}: ${there} of ${last}`);
}

/** Every page of every table is read with its checksum, and every index is compared with its table. */
export async function brokenPlaces(admin: pg.Pool, name: string): Promise<string[]> {
  await admin.query('create extension if not exists amcheck with schema public');
  const { rows } = await admin.query<{ id: number; relation: string; kind: string }>(
    `select c.oid::int as id, c.oid::regclass::text as relation, c.relkind as kind from pg_class c
       join pg_namespace n on n.oid = c.relnamespace left join pg_index i on i.indexrelid = c.oid
       left join pg_am a on a.oid = c.relam
     where c.relpersistence = 'p' and n.nspname !~ '^pg_temp'
       and (c.relkind in ('r', 't', 'm') or (c.relkind = 'i' and a.amname = 'btree' and i.indisvalid))`,
  );
  const broken: string[] = [];
  for (const { id, relation, kind } of rows) {
    try {
      if (kind === 'i')
        await admin.query('select public.bt_index_parent_check($1::oid::regclass, true)', [id]);
      else {
        const found = await admin.query<{ msg: string }>(
          'select msg from public.verify_heapam($1::oid::regclass) limit 3',
          [id],
        );
        broken.push(...found.rows.map(({ msg }) => `${name}, ${relation}: ${msg}`));
      }
    } catch (error) {
      broken.push(`${name}, ${relation}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return broken;
}
