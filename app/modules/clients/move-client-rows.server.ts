import { type Kysely, sql, type Transaction } from 'kysely';
import { cardPlace } from './client-card.ts';
import type { ClientTables } from './client.tables.server.ts';
import { sealProof, unsealProof } from './consent-rows.server.ts';
import type { FileMerged, MergeContext, MovedRow } from './file-merged.ts';

type Tx = Transaction<ClientTables>;

/** Cards, decisions on consent with their papers, and what was decided about likeness follow a merge. */
export const moveClientRows: FileMerged = {
  async move(context, { survivorId, mergedId, restricted }) {
    const tx: Tx = context.on<ClientTables>();
    const to = { from: mergedId, to: survivorId, restricted };
    const cards = await moveCards(context, to);
    const consents = await moveConsents(context, to);
    await tx
      .updateTable('consent_proof')
      .set({ client_id: survivorId, restricted, sealed_under: sql`coalesce(sealed_under, ${mergedId})` })
      .where('client_id', '=', mergedId)
      .execute();
    const pairs = await setPairsAside(tx, survivorId, mergedId);
    return [
      ...cards.map((rowId) => ({ table: 'client_card', rowId })),
      ...consents.map((rowId) => ({ table: 'consent', rowId })),
      ...pairs,
    ];
  },

  async moveBack(context, { survivorId, mergedId, restricted, rows }) {
    const tx: Tx = context.on<ClientTables>();
    const to = { from: survivorId, to: mergedId, restricted };
    await moveCards(context, to, idsOf(rows, 'client_card'));
    const consents = idsOf(rows, 'consent');
    await moveConsents(context, to, consents);
    // A paper goes with its decision, also one that was scanned meanwhile.
    if (consents.length > 0)
      await tx
        .updateTable('consent_proof')
        .set({
          client_id: mergedId,
          restricted,
          sealed_under: sql`nullif(coalesce(sealed_under, ${survivorId}), ${mergedId})`,
        })
        .where('client_id', '=', survivorId)
        .where('consent_id', 'in', consents)
        .execute();
    await bringPairsBack(tx, rows);
  },
};

interface To {
  from: string;
  to: string;
  restricted: boolean;
}

const idsOf = (rows: readonly MovedRow[], table: string): string[] =>
  rows.filter((row) => row.table === table).map((row) => row.rowId);

async function moveCards({ house, on }: MergeContext, { from, to, restricted }: To, only?: string[]) {
  const tx: Tx = on<ClientTables>();
  const found = await tx
    .selectFrom('client_card')
    .select(['id', 'sealed_number'])
    .where('client_id', '=', from)
    .$if(only !== undefined, (query) => query.where('id', '=', sql<string>`any(${only}::uuid[])`))
    .execute();
  for (const { id, sealed_number } of found) {
    const number = await house.vault.unseal(from, cardPlace(id), sealed_number);
    await tx
      .updateTable('client_card')
      .set({ client_id: to, restricted, sealed_number: await house.vault.seal(to, cardPlace(id), number) })
      .where('id', '=', id)
      .execute();
  }
  return found.map(({ id }) => id);
}

async function moveConsents({ house, on }: MergeContext, { from, to, restricted }: To, only?: string[]) {
  const tx: Tx = on<ClientTables>();
  const found = await tx
    .selectFrom('consent')
    .select(['id', 'sealed_proof'])
    .where('client_id', '=', from)
    .$if(only !== undefined, (query) => query.where('id', '=', sql<string>`any(${only}::uuid[])`))
    .execute();
  for (const { id, sealed_proof } of found) {
    const sealed =
      sealed_proof && (await sealProof(house, to, id, await unsealProof(house, from, id, sealed_proof)));
    await tx
      .updateTable('consent')
      .set({ client_id: to, restricted, sealed_proof: sealed })
      .where('id', '=', id)
      .execute();
  }
  return found.map(({ id }) => id);
}

/**
 * Suspicions of the merged file rest. That it is not the same as a third file holds for the survivor too; what was
 * thought of the survivor and the third before is remembered.
 */
async function setPairsAside(tx: Tx, survivorId: string, mergedId: string): Promise<MovedRow[]> {
  const moved: MovedRow[] = [];
  const pairs = await pairsOf(tx, mergedId).execute();
  const known = await pairsOf(tx, survivorId).execute();
  for (const pair of pairs) {
    moved.push(remembered(pair));
    await updatePair(tx, pair, { status: 'merged' });
    const third = pair.client_id === mergedId ? pair.other_client_id : pair.client_id;
    if (pair.status !== 'not_duplicate' || third === survivorId) continue;
    const same = known.find((each) => each.client_id === third || each.other_client_id === third);
    if (same?.status === 'not_duplicate') continue;
    if (same) {
      moved.push(remembered(same));
      await updatePair(tx, same, {
        status: 'not_duplicate',
        decided_by: pair.decided_by,
        decided_at: pair.decided_at,
      });
      continue;
    }
    const carried = { ...pair, client_id: survivorId, other_client_id: third };
    moved.push({ ...remembered(carried), detail: { carried: true } });
    await tx.insertInto('possible_duplicate').values(carried).execute();
  }
  return moved;
}

async function bringPairsBack(tx: Tx, rows: readonly MovedRow[]): Promise<void> {
  for (const { rowId, detail } of rows.filter(({ table }) => table === 'possible_duplicate')) {
    const [client_id = '', other_client_id = ''] = rowId.split('/');
    const pair = { client_id, other_client_id };
    if (detail?.['carried']) {
      await tx
        .deleteFrom('possible_duplicate')
        .where('client_id', '=', client_id)
        .where('other_client_id', '=', other_client_id)
        .execute();
      continue;
    }
    const { status, decidedBy, decidedAt } = detail as unknown as Remembered;
    await updatePair(tx, pair, {
      status,
      decided_by: decidedBy,
      decided_at: decidedAt === null ? null : new Date(decidedAt),
    });
  }
}

interface Remembered {
  status: 'suspected' | 'not_duplicate' | 'merged';
  decidedBy: string | null;
  decidedAt: string | null;
}
interface Pair {
  client_id: string;
  other_client_id: string;
}

const pairsOf = (tx: Tx | Kysely<ClientTables>, clientId: string) =>
  tx
    .selectFrom('possible_duplicate')
    .selectAll()
    .where((either) =>
      either.or([either('client_id', '=', clientId), either('other_client_id', '=', clientId)]),
    );

const remembered = (
  pair: Pair & { status: string; decided_by: string | null; decided_at: Date | null },
): MovedRow => ({
  table: 'possible_duplicate',
  rowId: `${pair.client_id}/${pair.other_client_id}`,
  detail: {
    status: pair.status,
    decidedBy: pair.decided_by,
    decidedAt: pair.decided_at?.toISOString() ?? null,
  },
});

const updatePair = (
  tx: Tx,
  pair: Pair,
  set: {
    status: 'suspected' | 'not_duplicate' | 'merged';
    decided_by?: string | null;
    decided_at?: Date | null;
  },
) =>
  tx
    .updateTable('possible_duplicate')
    .set(set)
    .where('client_id', '=', pair.client_id)
    .where('other_client_id', '=', pair.other_client_id)
    .execute();
