import type { ReleasedTable } from '#platform/disclosure/released-table.ts';

/** Periods that can be released. Shorter ones would be few people each, and free dates could be chosen to single one out. */
export const releaseKinds = ['month', 'quarter', 'year'] as const;
export type ReleaseKind = (typeof releaseKinds)[number];

export const releaseFormats = ['pdf', 'xlsx', 'csv'] as const;
export type ReleaseFormat = (typeof releaseFormats)[number];

/** The languages of the files: those of the staff. */
export const releaseLanguages = ['en', 'ar', 'fa-AF'] as const;
export type ReleaseLanguage = (typeof releaseLanguages)[number];

/** Over: its last day has passed by the centre's clock. */
export const hasEnded = (nextDay: string, today: string): boolean => nextDay <= today;

export interface ChangedNumber {
  code: string;
  key: readonly string[];
  /** `null`: hidden; undefined: the table was not there. */
  before: number | null | undefined;
  now: number | null;
}

/** What a reader of both releases of one period sees change. */
export function changesBetween(
  before: readonly Pick<ReleasedTable, 'code' | 'cells'>[],
  now: readonly Pick<ReleasedTable, 'code' | 'cells'>[],
): ChangedNumber[] {
  return now.flatMap(({ code, cells }) => {
    const old = before.find((table) => table.code === code);
    const said = new Map(old?.cells.map(({ key, n }) => [JSON.stringify(key), n]));
    return cells.flatMap(({ key, n }) => {
      const was = old ? (said.has(JSON.stringify(key)) ? said.get(JSON.stringify(key)) : 0) : undefined;
      return was === n ? [] : [{ code, key, before: was, now: n }];
    });
  });
}
