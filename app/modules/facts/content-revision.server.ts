import type { OperationContext } from '#platform/operations/operation.server.ts';
import type { FactTables } from './fact.tables.server.ts';

/**
 * The number under which this change becomes visible: one more than the last. The row stays locked until the commit, so
 * numbers become visible in their order; write it to every row that the change touched. Call it as late as may be.
 */
export async function nextRevision(
  context: Pick<OperationContext<never>, 'on' | 'now'>,
  centreId: string,
): Promise<number> {
  const { revision } = await context
    .on<FactTables>()
    .insertInto('content_revision')
    .values({ centre_id: centreId, revision: 1, changed_at: context.now })
    .onConflict((conflict) =>
      conflict.column('centre_id').doUpdateSet(({ eb, ref }) => ({
        revision: eb(ref('content_revision.revision'), '+', 1),
        changed_at: context.now,
      })),
    )
    .returning('revision')
    .executeTakeFirstOrThrow();
  return revision;
}
