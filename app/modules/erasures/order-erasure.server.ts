import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { OperationContext } from '#platform/operations/operation.server.ts';
import { Problem } from '#platform/problem.ts';
import type { ErasureTable, ErasureTables } from './erasure.tables.server.ts';

/**
 * Orders a person's erasing inside the caller's transaction; a job carries it out at once after it. The caller holds the
 * file's lock, so that no hold comes in between.
 * @throws Problem `erasures.legal-hold`, `erasures.open-matter` (409) when something stands in the way
 */
export async function orderErasure(
  context: Pick<OperationContext<unknown>, 'actor' | 'now' | 'on' | 'enqueue'>,
  client: { id: string; centre_id: string; restricted: boolean },
  cause: ErasureTable['cause'],
): Promise<string> {
  const tx = context.on<ErasureTables>();
  const { rows } = await sql<{ by: string | null }>`select erasing_barred_by(${client.id}) as by`.execute(tx);
  if (rows[0]?.by === 'legal_hold') throw new Problem('erasures.legal-hold', 409);
  if (rows[0]?.by) throw new Problem('erasures.open-matter', 409);
  const id = randomUUID();
  await tx
    .insertInto('erasure')
    .values({
      id,
      centre_id: client.centre_id,
      person_id: client.id,
      restricted: client.restricted,
      cause,
      ordered_by: context.actor.staffId ?? null,
      ordered_at: context.now,
      done_on: null,
    })
    .execute();
  await context.enqueue('erase-person', { erasureId: id });
  return id;
}
