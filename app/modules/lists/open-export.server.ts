import type { Transaction } from 'kysely';
import type { Actor } from '#platform/actor.ts';
import type { House } from '#platform/house.server.ts';
import { notFound } from '#platform/problem.ts';
import { exportMinutes, type ExportedList } from './list.ts';
import { type ExportTerms, exportPlace } from './list-seals.server.ts';
import type { ListTables } from './list.tables.server.ts';

interface ExportContext {
  house: House;
  actor: Actor;
  now: Date;
  on<Other>(): Transaction<Other>;
}

/** What an export of this list was allowed to hold: one's own, of the last minutes. @throws Problem `not-found` */
export async function openExport(context: ExportContext, list: ExportedList, exportId: string) {
  const row = await context
    .on<ListTables>()
    .selectFrom('list_export')
    .selectAll()
    .where('id', '=', exportId)
    .where('list', '=', list)
    .where('staff_id', '=', context.actor.staffId ?? '')
    .executeTakeFirst();
  const oldest = context.now.getTime() - exportMinutes * 60_000;
  if (!row || row.started_at.getTime() < oldest) throw notFound();
  const terms = context.house.vault.unsealForHouse<ExportTerms>(exportPlace(row.id), row.sealed);
  return { ...terms, startedAt: row.started_at.toISOString() };
}
