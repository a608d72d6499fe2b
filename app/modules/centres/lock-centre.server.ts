import type { Selectable } from 'kysely';
import type { OperationContext } from '#platform/operations/operation.server.ts';
import { versionConflict } from '#platform/problem.ts';
import type { CentreTable, CentreTables, SiteTable } from './centre.tables.server.ts';

/** The actor's own centre, locked for this write. */
export async function lockCentre({
  tx,
  actor,
}: OperationContext<CentreTables>): Promise<Selectable<CentreTable> | undefined> {
  if (!actor.centre) return undefined;
  return tx.selectFrom('centre').selectAll().where('id', '=', actor.centre.id).forUpdate().executeTakeFirst();
}

/** A site of the actor's own centre, locked for this write. */
export async function lockSite(
  { tx, actor }: OperationContext<CentreTables>,
  siteId: string,
): Promise<Selectable<SiteTable> | undefined> {
  if (!actor.centre) return undefined;
  return tx
    .selectFrom('site')
    .selectAll()
    .where('id', '=', siteId)
    .where('centre_id', '=', actor.centre.id)
    .forUpdate()
    .executeTakeFirst();
}

/** @throws Problem `conflict.version` when somebody saved since the editor looked */
export function refuseStale(row: { version: number }, seen: number): void {
  if (row.version !== seen) throw versionConflict();
}

/** Names of the columns that this write changes, for the audit row. Key order does not count. */
export function changedColumns(before: Record<string, unknown>, after: Record<string, unknown>): string[] {
  return Object.keys(after).filter((column) => settled(before[column]) !== settled(after[column]));
}

function settled(value: unknown): string {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    return JSON.stringify(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
  }
  return JSON.stringify(value ?? null);
}
