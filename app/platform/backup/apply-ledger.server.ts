import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Problem, isProblem } from '../problem.ts';
import { decodeLedger, type ErasureLedger, joinLedgers, ledgerName } from './erasure-ledger.server.ts';
import { asSuperuser } from './superuser.server.ts';
import type { Target } from './target.server.ts';

/**
 * What the ledgers beside the copies say together. One that somebody bent stops everything: it might be the only one
 * that knows of an erasure.
 * @throws Problem `restore.ledger-missing`, `restore.ledger-broken`
 */
export async function findLedger(
  targets: readonly Target[],
  houseId: string,
  key: Buffer,
): Promise<ErasureLedger> {
  const found: ErasureLedger[] = [];
  for (const target of new Set(targets)) {
    const text = await fetchText(target, ledgerName(houseId));
    if (text === undefined) continue;
    const ledger = decodeLedger(text, houseId, key);
    if (ledger === 'broken')
      throw new Problem('restore.ledger-broken', 422, { params: { place: target.place } });
    found.push(ledger);
  }
  if (found.length === 0)
    throw new Problem('restore.ledger-missing', 422, {
      params: {
        name: ledgerName(houseId),
        places: [...new Set(targets.map(({ place }) => place))].join(', '),
      },
    });
  return joinLedgers(found);
}

/**
 * Destroys in a restored key store whatever the ledger names, before anything serves. A ledger that knows less than the
 * store itself is an old one, put in the place of the newer.
 * @returns how many keys were destroyed now. @throws Problem `restore.ledger-old`
 */
export async function applyLedger(dataDir: string, ledger: ErasureLedger): Promise<number> {
  return asSuperuser(dataDir, 'keys', async (client) => {
    await client.query('begin');
    await client.query(
      'create temporary table erased (id uuid primary key, kind text not null, day date not null) on commit drop',
    );
    for (const kind of ['person', 'contact'] as const)
      for (const [day, ids] of Object.entries(ledger.erased[kind]))
        await client.query(
          'insert into erased select id, $1, $2::date from unnest($3::uuid[]) as t (id) on conflict do nothing',
          [kind, day, ids],
        );
    const { rows } = await client.query<{ count: string }>(
      `select count(*) as count from serai.wrapped_key k where kind in ('person', 'contact') and shredded_at is not null
         and not exists (select from erased where id = k.id)`,
    );
    if (Number(rows[0]?.count) > 0)
      throw new Problem('restore.ledger-old', 422, { params: { count: Number(rows[0]?.count) } });
    const { rowCount } = await client.query(
      `update serai.wrapped_key k set wrapped = null, shredded_at = erased.day from erased
         where k.id = erased.id and k.wrapped is not null`,
    );
    // Keys that this copy never knew leave their tombstone too: the records may be newer.
    await client.query(
      `insert into serai.wrapped_key (id, kind, wrapped, created_at, shredded_at)
         select id, kind, null, day, day from erased on conflict (id) do nothing`,
    );
    await client.query('commit');
    return rowCount ?? 0;
  });
}

async function fetchText(target: Target, name: string): Promise<string | undefined> {
  const folder = await mkdtemp(join(tmpdir(), 'serai-ledger-'));
  try {
    await target.fetch(name, join(folder, 'ledger'));
    return await readFile(join(folder, 'ledger'), 'utf8');
  } catch (error) {
    if (isProblem(error) && error.code === 'restore.nothing-found') return undefined;
    throw error;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
