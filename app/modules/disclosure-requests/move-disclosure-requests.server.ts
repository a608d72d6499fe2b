import { sql } from 'kysely';
import type { FileMerged, MergeContext } from '#modules/clients/index.server.ts';
import type { DisclosureRequestTables } from './disclosure-request.tables.server.ts';
import { openWords, sealWords } from './disclosure-words.server.ts';

/** Who asked for the data follows the file, sealed anew; what was asked since the merge stays with the survivor. */
export const moveDisclosureRequests: FileMerged = {
  async move(context, { survivorId, mergedId, restricted }) {
    const ids = await give(context, { from: mergedId, to: survivorId, restricted });
    return ids.map((rowId) => ({ table: 'disclosure_request', rowId }));
  },
  async moveBack(context, { survivorId, mergedId, restricted, rows }) {
    const ids = rows.filter(({ table }) => table === 'disclosure_request').map(({ rowId }) => rowId);
    await give(context, { from: survivorId, to: mergedId, restricted }, ids);
  },
};

async function give(
  { house, on }: MergeContext,
  { from, to, restricted }: { from: string; to: string; restricted: boolean },
  only?: string[],
): Promise<string[]> {
  const tx = on<DisclosureRequestTables>();
  const found = await tx
    .selectFrom('disclosure_request')
    .selectAll()
    .where('client_id', '=', from)
    .$if(only !== undefined, (query) => query.where('id', '=', sql<string>`any(${only}::uuid[])`))
    .execute();
  for (const row of found) {
    const there = { id: row.id, client_id: to };
    const words = await openWords(house, row, 'sealed_words');
    const proposal = await openWords(house, row, 'sealed_proposal');
    const note = await openWords(house, row, 'sealed_note');
    await tx
      .updateTable('disclosure_request')
      .set({
        client_id: to,
        restricted,
        sealed_words: words ? await sealWords(house, there, 'sealed_words', words) : null,
        sealed_proposal: proposal ? await sealWords(house, there, 'sealed_proposal', proposal) : null,
        sealed_note: note ? await sealWords(house, there, 'sealed_note', note) : null,
      })
      .where('id', '=', row.id)
      .execute();
  }
  return found.map(({ id }) => id);
}
