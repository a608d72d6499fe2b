import { queriesOn } from '#platform/operations/query.server.ts';
import { clientIdInput } from '../client.schemas.ts';
import { type ClientSummary, summariesOf } from '../client-summary.server.ts';
import type { ClientTables } from '../client.tables.server.ts';

export interface SuspectedPair {
  other: ClientSummary;
  score: number;
  reasons: string[];
}

/** The people with whom a file was taken for one, side by side. Nothing is ever merged by itself. */
export const clientDuplicates = queriesOn<ClientTables>()({
  name: 'client.duplicates',
  params: clientIdInput,
  subject: 'client',
  audit: 'viewed',
  async run({ house, tx, today }, { clientId }) {
    const [self] = await summariesOf(tx, house.vault, [clientId], today);
    if (!self) return undefined;
    const rows = await tx
      .selectFrom('possible_duplicate')
      .selectAll()
      .where((either) =>
        either.or([either('client_id', '=', clientId), either('other_client_id', '=', clientId)]),
      )
      .where('status', '=', 'suspected')
      .orderBy('score', 'desc')
      .limit(20)
      .execute();
    const idOf = (row: { client_id: string; other_client_id: string }) =>
      row.client_id === clientId ? row.other_client_id : row.client_id;
    const others = new Map(
      (await summariesOf(tx, house.vault, rows.map(idOf), today)).map((person) => [person.id, person]),
    );
    const pairs: SuspectedPair[] = rows.flatMap((row) => {
      const other = others.get(idOf(row));
      return other ? [{ other, score: row.score, reasons: row.reasons }] : [];
    });
    return {
      answer: { self, pairs, hidden: rows.length > pairs.length },
      viewed: {
        subjectId: clientId,
        clientId,
        itemIds: pairs.map(({ other }) => other.id),
        fields: ['names'],
        purpose: 'duplicate-check',
      },
    };
  },
});
