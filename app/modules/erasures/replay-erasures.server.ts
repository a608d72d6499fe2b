import { randomUUID } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import type { ClientTables } from '#modules/clients/index.server.ts';
import type { House } from '#platform/house.server.ts';
import { carryOutErasure } from './carry-out-erasure.server.ts';
import type { ErasureTables } from './erasure.tables.server.ts';

/**
 * Erases again whoever has a tombstone and still has a row: records were restored from before the erasing, or it was
 * broken off. A hold does not stop it, because nothing is left that could be read. Called before anybody is let in.
 * @returns how many people it was
 */
export async function replayErasures(house: House): Promise<number> {
  const tombstones = (await house.vault.keys.listShredded()).filter(({ kind }) => kind === 'person');
  const indexer: Kysely<ClientTables> = house.databases.indexer;
  const eraser: Kysely<ErasureTables> = house.databases.eraser;
  let again = 0;
  for (let at = 0; at < tombstones.length; at += 1_000) {
    const ids = tombstones.slice(at, at + 1_000).map(({ id }) => id);
    const found = await indexer
      .selectFrom('client')
      .select(['id', 'centre_id'])
      .where('id', 'in', ids)
      // A stub goes with the file that it became part of.
      .where((either) => either.or([either('merged_into', 'is', null), either('merged_into', 'not in', ids)]))
      .execute();
    for (const { id, centre_id: centreId } of found) {
      const running = await eraser
        .selectFrom('erasure')
        .select('id')
        .where('person_id', '=', id)
        .executeTakeFirst();
      const erasureId = running?.id ?? randomUUID();
      if (running)
        await eraser.updateTable('erasure').set({ state: 'running' }).where('id', '=', erasureId).execute();
      else
        await eraser
          .insertInto('erasure')
          .values({
            id: erasureId,
            centre_id: centreId,
            person_id: id,
            cause: 'restored',
            state: 'running',
            ordered_by: null,
            ordered_at: house.clock.now(),
            done_on: null,
          })
          .execute();
      await carryOutErasure(house, erasureId);
      again += 1;
    }
  }
  return again;
}

/** Whatever was ordered and is not done: its job was lost, or the house stopped in the middle. */
export async function resumeErasures(house: House): Promise<void> {
  const eraser: Kysely<ErasureTables> = house.databases.eraser;
  const { rows } = await sql<{
    id: string;
  }>`select id from erasure where state in ('ordered', 'running')`.execute(eraser);
  for (const { id } of rows) await carryOutErasure(house, id);
}
