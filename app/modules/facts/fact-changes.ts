import type { FactSnapshot } from './fact.tables.server.ts';

export interface FactFieldChange {
  field: string;
  before: string | null;
  after: string | null;
}

/** Not what a person wrote: the day of the check moves by itself with each change. */
const byItself = new Set(['checked_on']);

/** What a change did, field by field; `after` is the next version, or the fact as it stands. */
export function factChanges(before: FactSnapshot, after: object): FactFieldChange[] {
  return Object.entries(before).flatMap(([field, old]) => {
    const now = (after as Record<string, string | null | undefined>)[field];
    const text = now ?? null;
    return byItself.has(field) || text === old ? [] : [{ field, before: old, after: text }];
  });
}
