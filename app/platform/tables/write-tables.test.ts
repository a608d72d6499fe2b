import { expect, test } from 'vitest';
import { allOf } from './all-of.testing.ts';
import { openTableFile } from './open-table-file.server.ts';
import type { WriteSheet } from './table.ts';
import { tableResponse } from './table-response.server.ts';
import { usualLimits } from './table-limits.ts';
import { writeCsv } from './write-csv.server.ts';
import { writeXlsx } from './write-xlsx.server.ts';
import { openZip } from './zip-archive.server.ts';

const people: WriteSheet = {
  name: 'People',
  columns: [{ title: 'Name', width: 30 }, { title: 'Born' }, { title: 'Children' }],
  rows: [
    ['=HYPERLINK("http://example.org")', { date: '1990-02-28' }, -2],
    ['Amina <\u0001\ud800b> & "c" _x000D_', { date: '2024-05-01T09:30:00' }, null],
    ['+93 70 000 0000', { date: '1890-01-01' }, Number.NaN],
  ],
};

const bytesOf = async (pieces: AsyncIterable<Uint8Array>) => Buffer.concat(await allOf(pieces));
const readBack = async (bytes: Uint8Array, sheet = 0) => {
  const file = await openTableFile(bytes, 'back.xlsx');
  const rows = await allOf(file.rows(sheet));
  return rows.map(({ cells }) => cells.map(({ value, formula }) => (formula ? 'formula' : value)));
};
const partOf = async (bytes: Uint8Array, name: string) =>
  (await allOf((await openZip(bytes, usualLimits)).text(name))).join('');

test('rows that fail stop the file, and whoever stops taking stops the rows', async () => {
  const failing = async function* () {
    yield ['a'];
    throw new Error('the record is gone');
  };
  await expect(bytesOf(writeXlsx([{ ...people, rows: failing() }]))).rejects.toThrow('the record is gone');
  await expect(bytesOf(writeCsv({ ...people, rows: failing() }))).rejects.toThrow('the record is gone');
  let ended = false;
  const endless = async function* () {
    try {
      for (let at = 0; ; at++) yield [`row ${at} ${Math.sin(at)}`];
    } finally {
      ended = true;
    }
  };
  for await (const piece of writeXlsx([{ ...people, rows: endless() }])) if (piece.length > 10_000) break;
  expect(ended).toBe(true);
});

test('text is text and never a formula in a spreadsheet; dates are dates', async () => {
  const bytes = await bytesOf(writeXlsx([people]));
  expect(await readBack(bytes)).toEqual([
    ['Name', 'Born', 'Children'],
    ['=HYPERLINK("http://example.org")', { date: '1990-02-28' }, -2],
    ['Amina <b> & "c" _x000D_', { date: '2024-05-01T09:30:00' }],
    ['+93 70 000 0000', '1890-01-01'],
  ]);
  const sheet = await partOf(bytes, 'xl/worksheets/sheet1.xml');
  expect(sheet).not.toContain('<f>');
  expect(sheet).toContain('<autoFilter ref="A1:C4"/>');
  expect(sheet).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>');
});

test('a CSV gets an apostrophe where a program would see a formula; numbers stay numbers', async () => {
  expect(
    (await bytesOf(writeCsv({ ...people, above: [['made on', { date: '2026-01-02' }]] }))).toString(),
  ).toBe(
    '\ufeffmade on,2026-01-02\r\nName,Born,Children\r\n' +
      '"\'=HYPERLINK(""http://example.org"")",1990-02-28,-2\r\n' +
      '"Amina <b> & ""c"" _x000D_",2024-05-01 09:30:00,\r\n' +
      "'+93 70 000 0000,1890-01-01,\r\n",
  );
});

test('lines stand above and below; sheets from right to left; names that programs accept', async () => {
  const sheet = {
    ...people,
    name: "People: '2026/05'",
    rightToLeft: true,
    above: [['Title'], ['Period']],
    below: [['Note']],
  };
  const bytes = await bytesOf(writeXlsx([sheet, sheet]));
  const file = await openTableFile(bytes, 'a.xlsx');
  expect(file.sheets).toEqual([{ name: "People  '2026 05" }, { name: "People  '2026 05 (2)" }]);
  const xml = await partOf(bytes, 'xl/worksheets/sheet2.xml');
  expect(xml).toContain('rightToLeft="1"');
  // The order of these elements is fixed: a spreadsheet program calls the file damaged otherwise.
  expect(xml).toMatch(/<worksheet [^>]*><sheetPr>.*<sheetViews>.*<autoFilter ref="A3:C6"\/><pageSetup /s);
  expect((await readBack(bytes, 1)).at(-1)).toEqual(['Note']);
});

test('the same table gives the same bytes', async () => {
  const [first, second] = [await bytesOf(writeXlsx([people])), await bytesOf(writeXlsx([people]))];
  expect(first.equals(second)).toBe(true);
});

test('a download is an attachment that nobody keeps, with a name that says nothing', async () => {
  const response = tableResponse('xlsx', 'people "2026" ../x', [people]);
  expect(Object.fromEntries(response.headers)).toEqual({
    'cache-control': 'no-store',
    'content-disposition': 'attachment; filename="people-2026-x.xlsx"',
    'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'x-content-type-options': 'nosniff',
  });
  expect((await readBack(await response.bytes())).length).toBe(4);
});
