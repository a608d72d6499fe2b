import type { CountCell, CountTable } from '#platform/disclosure/count-table.ts';
import type { CountRow, Measure } from './statistics.tables.server.ts';
import { countTableDefinitions, notRecorded, type TableDefinition, total } from './tables.ts';

/** Where the number of a unit stands in the rows of the counting functions. */
const sources = {
  contacts: ['contacts', 'n'],
  people: ['people', 'n'],
  first_time_people: ['people', 'part'],
  heads: ['heads', 'n'],
} as const satisfies Record<string, readonly [Measure, 'n' | 'part']>;

/** The fixed tables out of the rows of one period of one place: true counts, categories without anybody left out. */
export const countTablesOf = (rows: readonly CountRow[]): CountTable[] =>
  countTableDefinitions.map((definition) => tableOf(definition, rows));

function tableOf({ code, unit, dimensions }: TableDefinition, rows: readonly CountRow[]): CountTable {
  const [measure, value] = sources[unit as keyof typeof sources];
  const counts = (dimension: CountRow['dimension']) =>
    rows.filter((row) => row.measure === measure && row.dimension === dimension);
  const cellsOf = (dimension: CountRow['dimension'], keyOf: (row: CountRow) => string[]): CountCell[] =>
    counts(dimension)
      .map((row) => ({ key: keyOf(row), n: row[value] ?? 0 }))
      .filter(({ n }) => n > 0)
      .sort((one, other) => (one.key.join('\n') < other.key.join('\n') ? -1 : 1));
  const all = counts('')[0]?.[value] ?? 0;
  const [first, second] = dimensions;
  const a = (row: CountRow) => row.a ?? notRecorded;
  const cells =
    first !== undefined && second !== undefined
      ? [
          ...cellsOf('sexAge', (row) => [a(row), row.b ?? notRecorded]),
          ...cellsOf(first, (row) => [a(row), total]),
          ...cellsOf(second, (row) => [total, a(row)]),
          { key: [total, total], n: all },
        ]
      : [...cellsOf(first ?? '', (row) => [a(row)]), { key: [total], n: all }];
  return { code, unit, dimensions, cells };
}
