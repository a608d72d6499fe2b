import type { OperationContext } from '#platform/operations/operation.server.ts';
import type { Relation } from '#platform/policy/policy.ts';
import type { ArrivalRow, ArrivalTables } from './arrival.tables.server.ts';

type Context = OperationContext<ArrivalTables>;

/** The arrival, locked until the end of the transaction; undefined when out of the actor's reach. */
export const lockArrival = (
  { tx }: Context,
  { arrivalId }: { arrivalId: string },
): Promise<ArrivalRow | undefined> =>
  tx.selectFrom('arrival').selectAll().where('id', '=', arrivalId).forUpdate().executeTakeFirst();

/** `own`: the actor called this person. */
export const relationsToArrival = ({ actor }: Context, arrival: ArrivalRow): Relation[] =>
  arrival.called_by !== null && arrival.called_by === actor.staffId ? ['own'] : [];

/** Writes new moments; the version tells every open board that something changed. */
export async function moveArrival(
  { tx }: Context,
  arrival: ArrivalRow,
  moments: Partial<
    Pick<
      ArrivalRow,
      'called_by' | 'called_at' | 'served_at' | 'left_at' | 'contact_id' | 'client_id' | 'restricted'
    >
  >,
): Promise<void> {
  await tx
    .updateTable('arrival')
    .set({ ...moments, version: arrival.version + 1 })
    .where('id', '=', arrival.id)
    .execute();
}

/** What the audit says of a step at the desk: which arrival, whose if it is known. */
export const noteOfArrival = (arrival: Pick<ArrivalRow, 'id' | 'client_id'>, ...fields: string[]) => ({
  subjectId: arrival.id,
  ...(arrival.client_id && { clientId: arrival.client_id }),
  fields,
});
