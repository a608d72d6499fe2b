import { z } from 'zod';
import { operationsOn } from '#platform/operations/operation.server.ts';
import { fieldProblem, forbidden } from '#platform/problem.ts';
import type { ScanTables } from '../duplicate-scan.tables.server.ts';

/** As the list sends a chosen row: both ids with a `~` between. */
const pairSchema = z.string().refine((text) => {
  const [one, other, ...more] = text.split('~');
  return (
    z.uuid().safeParse(one).success && z.uuid().safeParse(other).success && one !== other && more.length === 0
  );
}, 'field.not-valid');

/**
 * Says of chosen pairs of the work list that they are two people each. All of them or none: one that is out of reach or
 * no longer suspected looks like not found. @throws `choose-pairs` at `pairs`
 */
export const tellApart = operationsOn<ScanTables>()({
  name: 'duplicate.tell-apart',
  input: z.object({ pairs: z.array(pairSchema).max(100).default([]) }),
  subject: 'client',
  async load({ tx }, { pairs }) {
    const wanted = pairs.map((text) => text.split('~') as [string, string]);
    if (wanted.length === 0) return [];
    const rows = await tx
      .selectFrom('possible_duplicate as d')
      .innerJoin('client as a', 'a.id', 'd.client_id')
      .innerJoin('client as b', 'b.id', 'd.other_client_id')
      .select(['d.client_id', 'd.other_client_id'])
      .where('d.status', '=', 'suspected')
      .where((either) =>
        either.or(
          wanted.map(([one, other]) =>
            either.and([either('d.client_id', '=', one), either('d.other_client_id', '=', other)]),
          ),
        ),
      )
      .orderBy('d.client_id')
      .orderBy('d.other_client_id')
      .forUpdate('d')
      .execute();
    return rows.length === new Set(pairs).size ? rows : undefined;
  },
  async run({ tx, actor, now }, _input, pairs) {
    const { staffId } = actor;
    if (!staffId) throw forbidden();
    if (pairs.length === 0) throw fieldProblem('pairs', 'choose-pairs');
    for (const pair of pairs) {
      await tx
        .updateTable('possible_duplicate')
        .set(({ ref }) => ({
          status: 'not_duplicate' as const,
          decided_score: ref('score'),
          asked_again: false,
          decided_by: staffId,
          decided_at: now,
        }))
        .where('client_id', '=', pair.client_id)
        .where('other_client_id', '=', pair.other_client_id)
        .execute();
    }
    return {
      result: { decided: pairs.length },
      audit: {
        fields: ['possible_duplicate'],
        count: pairs.length,
        itemIds: pairs.flatMap((pair) => [pair.client_id, pair.other_client_id]),
      },
    };
  },
});
