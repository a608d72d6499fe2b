import type { CentreTables } from '#modules/centres/index.server.ts';
import type { OperationContext } from '#platform/operations/operation.server.ts';

/** A centre of the network that is not the actor's own, locked. Undefined for one's own: nobody shuts themselves out. */
export const lockOtherCentre = (
  context: Pick<OperationContext<never>, 'actor' | 'on'>,
  centreId: string,
): Promise<{ id: string; status: string } | undefined> =>
  context
    .on<CentreTables>()
    .selectFrom('centre')
    .select(['id', 'status'])
    .where('id', '=', centreId)
    .where('id', '!=', context.actor.centre?.id ?? '')
    .forUpdate()
    .executeTakeFirst();
