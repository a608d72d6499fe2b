import { expect, test } from 'vitest';
import type { ReleasedTable } from './released-table.ts';
import { seeded } from './random-centre.testing.ts';
import { solveFor } from './solve-for.server.ts';

const march = { centreId: 'c', siteId: null, first: '2026-03-01', next: '2026-04-01' };
const table = (cells: Record<string, number | null>, more: Partial<ReleasedTable> = {}): ReleasedTable => ({
  scope: march,
  audience: 'internal',
  code: 'contacts-by-channel',
  unit: 'contacts',
  dimensions: ['channel'],
  cells: Object.entries(cells).map(([key, n]) => ({ key: key.split(' '), n })),
  ...more,
});
const intervals = async (...tables: ReleasedTable[]) =>
  Object.fromEntries(
    (await solveFor(tables)).map(({ table: { scope, code }, key, low, high }) => [
      `${code} ${scope.siteId ?? ''}${scope.first} ${key.join(' ')}`,
      [low, high],
    ]),
  );

test('a single hidden number beside its total is no secret', async () => {
  expect(await intervals(table({ desk: 20, phone: null, total: 23 }))).toEqual({
    'contacts-by-channel 2026-03-01 phone': [3, 3],
  });
});

test('two hidden numbers hold each other up, and neither can be 0', async () => {
  const found = await intervals(table({ desk: 20, phone: null, online: null, total: 29 }));
  expect(found['contacts-by-channel 2026-03-01 phone']).toEqual([1, 8]);
});

test('a total that another table of the same period shows counts as known', async () => {
  const channels = table({ desk: 20, phone: null, total: null });
  const topics = table(
    { visa: 14, work: 9, total: 23 },
    { code: 'contacts-by-topic', dimensions: ['topic'] },
  );
  expect((await intervals(channels, topics))['contacts-by-channel 2026-03-01 phone']).toEqual([3, 3]);
});

test('months are taken from their quarter, also a month that nobody released', async () => {
  const of = (first: string, next: string, phone: number | null, total: number | null) =>
    table({ desk: 50, phone, online: 20, total }, { scope: { ...march, first, next } });
  const found = await intervals(
    of('2026-01-01', '2026-02-01', 10, 80),
    of('2026-02-01', '2026-03-01', 12, 82),
    of('2026-03-01', '2026-04-01', null, null),
    table({ desk: 150, phone: 25, online: 60, total: 235 }, { scope: { ...march, first: '2026-01-01' } }),
  );
  expect(found['contacts-by-channel 2026-03-01 phone']).toEqual([3, 3]);
});

test('people of a month are people of its quarter, and no more than the months have together', async () => {
  const people = { code: 'people-by-district', unit: 'people' as const, dimensions: ['district'] };
  const of = (first: string, next: string, hill: number | null) =>
    table({ hill, valley: 40, plain: null, total: 60 }, { ...people, scope: { ...march, first, next } });
  const found = await intervals(
    of('2026-01-01', '2026-02-01', 7),
    of('2026-02-01', '2026-03-01', 2),
    of('2026-03-01', '2026-04-01', 1),
    table(
      { hill: null, total: 130, valley: 100, plain: null },
      { ...people, scope: { ...march, first: '2026-01-01' } },
    ),
  );
  expect(found['people-by-district 2026-01-01 hill']).toEqual([7, 10]);
});

test('sites are taken from the centre where no contact is without a site', async () => {
  const channels = (siteId: string | null, phone: number | null, desk: number, total: number) =>
    table({ phone, desk, total }, { scope: { ...march, siteId } });
  const bySite = table(
    { north: 30, south: 33, total: 63 },
    { code: 'contacts-by-site', dimensions: ['site'] },
  );
  const found = await intervals(
    bySite,
    channels(null, 23, 40, 63),
    channels('north', 20, 10, 30),
    table({ phone: null, desk: null, total: 33 }, { scope: { ...march, siteId: 'south' } }),
  );
  expect(found['contacts-by-channel south2026-03-01 phone']).toEqual([3, 3]);
});

test('what changed between two releases of a month is no reason to give up', async () => {
  const found = await intervals(
    table({ desk: 20, phone: null, online: null, total: 29 }),
    table({ desk: 40, phone: null, online: null, total: 49 }),
  );
  expect(found['contacts-by-channel 2026-03-01 phone']).toEqual([1, 8]);
});

test('the solver finds what trying every possibility finds', async () => {
  const random = seeded(11);
  for (let round = 0; round < 25; round += 1) {
    const counts = Array.from({ length: 6 }, () => 1 + Math.floor(random() * 4));
    const hidden = counts.map(() => random() < 0.6);
    const at = (row: number, column: number) => counts[row * 3 + column] ?? 0;
    const cells: Record<string, number | null> = {};
    const shown = (n: number) => (random() < 0.75 ? n : null);
    for (const row of [0, 1]) {
      for (const column of [0, 1, 2])
        cells[`r${row} c${column}`] = hidden[row * 3 + column] ? null : at(row, column);
      cells[`r${row} total`] = shown(at(row, 0) + at(row, 1) + at(row, 2));
    }
    for (const column of [0, 1, 2]) cells[`total c${column}`] = shown(at(0, column) + at(1, column));
    cells['total total'] = counts.reduce((sum, n) => sum + n, 0);
    const solved = await solveFor([table(cells, { dimensions: ['row', 'column'] })]);
    const tried = tryAll(cells, 20);
    for (const { key, low, high } of solved)
      expect([key, low, high]).toEqual([key, ...(tried.get(key.join(' ')) ?? [])]);
  }
});

/** Every way of filling the hidden cells of a table of two rows and three columns. */
function tryAll(cells: Record<string, number | null>, most: number): Map<string, [number, number]> {
  const inner = [0, 1].flatMap((row) => [0, 1, 2].map((column) => `r${row} c${column}`));
  const found = new Map<string, [number, number]>();
  const see = (key: string, n: number) => {
    const [low, high] = found.get(key) ?? [n, n];
    found.set(key, [Math.min(low, n), Math.max(high, n)]);
  };
  const fits = (key: string, sum: number) => cells[key] === null || cells[key] === sum;
  const fill = (values: number[]): void => {
    if (values.length < inner.length) {
      const given = cells[inner[values.length] ?? ''];
      const total = cells['total total'] ?? most;
      const left = total - values.reduce((sum, n) => sum + n, 0) - (inner.length - values.length - 1);
      if (given !== null && given !== undefined) fill([...values, given]);
      else for (let n = 1; n <= left; n += 1) fill([...values, n]);
      return;
    }
    const at = (row: number, column: number) => values[row * 3 + column] ?? 0;
    const rows = [0, 1].map((row) => at(row, 0) + at(row, 1) + at(row, 2));
    const columns = [0, 1, 2].map((column) => at(0, column) + at(1, column));
    if (!rows.every((sum, row) => fits(`r${row} total`, sum))) return;
    if (!columns.every((sum, column) => fits(`total c${column}`, sum))) return;
    if (values.reduce((sum, n) => sum + n, 0) !== cells['total total']) return;
    values.forEach((n, index) => see(inner[index] ?? '', n));
    rows.forEach((sum, row) => see(`r${row} total`, sum));
    columns.forEach((sum, column) => see(`total c${column}`, sum));
  };
  fill([]);
  return found;
}
