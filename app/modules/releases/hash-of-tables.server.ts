import { createHash } from 'node:crypto';
import type { ReleasedTable } from '#platform/disclosure/released-table.ts';

/** The same numbers of the same scope give the same hash, in whichever order they come. */
export function hashOfTables(
  tables: readonly Omit<ReleasedTable, 'scope' | 'audience'>[],
  about: unknown,
): string {
  const plain = [...tables]
    .sort((a, b) => (a.code < b.code ? -1 : 1))
    .map(({ code, unit, dimensions, cells }) => ({
      code,
      unit,
      dimensions,
      cells: cells
        .map(({ key, n }) => ({ key, n }))
        .sort((a, b) => (JSON.stringify(a.key) < JSON.stringify(b.key) ? -1 : 1)),
    }));
  return createHash('sha256')
    .update(JSON.stringify([about, plain]))
    .digest('hex');
}
