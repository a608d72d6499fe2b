import { expect, test } from 'vitest';
import { allOf, outcomeOf } from './all-of.testing.ts';
import { openTableFile } from './open-table-file.server.ts';
import type { ReadRow } from './table.ts';
import type { TableLimits } from './table-limits.ts';
import { inlineCell, worksheet, xlsxOf, zipOf } from './write-zip.testing.ts';

async function rowsOf(bytes: Uint8Array, sheet = 0, limits: Partial<TableLimits> = {}): Promise<ReadRow[]> {
  return allOf((await openTableFile(bytes, 'register.xlsx', limits)).rows(sheet));
}

const one = (rows: string, behind?: string) => xlsxOf({ sheets: { Register: worksheet(rows, behind) } });
const valuesOf = (rows: readonly ReadRow[]) => rows.map(({ cells }) => cells.map(({ value }) => value));

test('a file that unpacks to far more than it weighs is refused while it is unpacked', async () => {
  const bomb = await one(`<row r="1">${inlineCell('A1', 'x')}</row>${'<row/>'.repeat(6_000_000)}`);
  expect(bomb.length).toBeLessThan(500_000);
  await expect(rowsOf(bomb)).rejects.toMatchObject({ code: 'table.unpacks-too-large' });
  const small = await one(`<row r="1">${inlineCell('A1', 'x'.repeat(30_000))}</row>`);
  await expect(rowsOf(small, 0, { unpackedBytes: 10_000 })).rejects.toMatchObject({
    code: 'table.unpacks-too-large',
  });
});

test('a document type with entities that multiply is refused before anything is expanded', async () => {
  const laughs = `<!DOCTYPE lolz [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;">]>${worksheet('<row r="1"><c r="A1" t="str"><v>&b;</v></c></row>')}`;
  await expect(rowsOf(await xlsxOf({ sheets: { Register: laughs } }))).rejects.toMatchObject({
    code: 'table.unsafe',
  });
  const outside = `<!DOCTYPE a SYSTEM "file:///etc/passwd">${worksheet('')}`;
  await expect(rowsOf(await xlsxOf({ sheets: { Register: outside } }))).rejects.toMatchObject({
    code: 'table.unsafe',
  });
});

test('each limit is told by its own problem', async () => {
  const wide = await one(`<row r="1">${inlineCell('SS1', 'far out')}</row>`);
  await expect(rowsOf(wide)).rejects.toMatchObject({ code: 'table.too-many-columns', params: { row: 1 } });
  const deep = await one(`<row r="1048577">${inlineCell('A1048577', 'deep')}</row>`);
  await expect(rowsOf(deep)).rejects.toMatchObject({ code: 'table.too-many-rows' });
  const long = await one(`<row r="1">${inlineCell('A1', 'x'.repeat(40_000))}</row>`);
  await expect(rowsOf(long)).rejects.toMatchObject({ code: 'table.cell-too-long' });
  const endless = await one(`<row r="1"><!--${'x'.repeat(5_000_000)}--></row>`);
  await expect(rowsOf(endless)).rejects.toMatchObject({ code: 'table.cell-too-long' });
  const parts = await zipOf(Object.fromEntries(Array.from({ length: 30 }, (_, at) => [`part${at}`, 'x'])));
  await expect(rowsOf(parts, 0, { parts: 20 })).rejects.toMatchObject({ code: 'table.too-many-parts' });
  const shared = await xlsxOf({
    sheets: { Register: worksheet('<row r="1"><c r="A1" t="s"><v>0</v></c></row>') },
    shared: `<sst>${'<si><t>a note</t></si>'.repeat(2000)}</sst>`,
  });
  await expect(rowsOf(shared, 0, { sharedLength: 5000 })).rejects.toMatchObject({
    code: 'table.too-much-text',
  });
  await expect(openTableFile(shared, 'a.xlsx', { fileBytes: 100 })).rejects.toMatchObject({
    code: 'table.too-large',
  });
});

test('what is no table says what to do instead', async () => {
  const compound = new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Uint8Array(600)]);
  await expect(openTableFile(compound, 'a.xls')).rejects.toMatchObject({ code: 'table.old-excel' });
  const locked = new Uint8Array([...compound, ...Buffer.from('EncryptedPackage', 'utf16le')]);
  await expect(openTableFile(locked, 'a.xlsx')).rejects.toMatchObject({ code: 'table.encrypted' });
  const odf = await zipOf({ 'content.xml': '<a/>', 'META-INF/manifest.xml': '<a/>' });
  await expect(openTableFile(odf, 'a.ods')).rejects.toMatchObject({ code: 'table.open-document' });
  await expect(openTableFile(await zipOf({ 'word/document.xml': '<a/>' }), 'a.docx')).rejects.toMatchObject({
    code: 'table.not-a-table',
  });
  for (const mark of ['%PDF-1.7', '<html><table>', '\x89PNG\r\n', 'PK\x05\x06']) {
    const found = openTableFile(Buffer.from(mark, 'latin1'), 'a.xlsx');
    await expect(found).rejects.toMatchObject({ name: 'Problem', status: 422 });
  }
  await expect(openTableFile(new Uint8Array(), 'a.csv')).rejects.toMatchObject({ code: 'table.empty' });
});

test('a file that was cut or changed anywhere ends in a problem, never in anything else', async () => {
  const whole = await one(
    Array.from(
      { length: 40 },
      (_, at) => `<row r="${at + 1}">${inlineCell(`A${at + 1}`, `name ${at}`)}</row>`,
    ).join(''),
  );
  for (let length = 4; length < whole.length; length += 97) {
    await expect(rowsOf(whole.slice(0, length))).rejects.toMatchObject({ name: 'Problem' });
  }
  let seed = 7;
  const next = (below: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return seed % below;
  };
  const outcomes = new Set<string>();
  for (let round = 0; round < 150; round++) {
    const changed = whole.slice();
    for (let each = 0; each < 1 + (round % 6); each++) changed[next(changed.length)] = next(256);
    outcomes.add(await outcomeOf(rowsOf(changed)));
    const noise = Uint8Array.from({ length: 200 }, () => next(256));
    outcomes.add(await outcomeOf(rowsOf(noise)));
  }
  expect([...outcomes].filter((outcome) => outcome !== 'rows' && outcome !== 'Problem')).toEqual([]);
});

test('a million empty rows are passed over, and a header in row 7 keeps its number', async () => {
  const empty = Array.from({ length: 1_000_000 }, (_, at) => `<row r="${at + 9}" spans="1:9" ht="15"/>`).join(
    '',
  );
  const rows = await rowsOf(await one(`<row r="7">${inlineCell('B7', 'Name')}</row>${empty}`));
  expect(rows).toEqual([{ number: 7, cells: [{ value: null }, { value: 'Name' }] }]);
});

test('two sheets are read apart; a hidden one is marked', async () => {
  const bytes = await xlsxOf({
    sheets: {
      People: worksheet(`<row>${inlineCell('A1', 'first')}</row>`),
      Notes: worksheet(`<row><c t="str"><v>second</v></c></row>`),
    },
    sheetAttributes: { Notes: 'state="veryHidden"' },
  });
  const file = await openTableFile(bytes, 'register.xlsx');
  expect(file.sheets).toEqual([{ name: 'People' }, { name: 'Notes', hidden: true }]);
  expect(valuesOf(await rowsOf(bytes, 0))).toEqual([['first']]);
  expect(valuesOf(await rowsOf(bytes, 1))).toEqual([['second']]);
});

const styles =
  '<styleSheet><numFmts><numFmt numFmtId="170" formatCode="dd/mm/yyyy"/><numFmt numFmtId="171" formatCode="&quot;day&quot; 0.0"/>' +
  '<numFmt numFmtId="172" formatCode="0000"/><numFmt numFmtId="173" formatCode="[$-1060000]B2dd/mm/yyyy;@"/></numFmts>' +
  '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/>' +
  '<xf numFmtId="171"/><xf numFmtId="172"/><xf numFmtId="22"/><xf numFmtId="173"/></cellXfs></styleSheet>';
const styled = (style: number, value: string) => `<c s="${style}"><v>${value}</v></c>`;

test('dates follow the format of the cell, in both systems, over the leap day that never was', async () => {
  const cells = [
    styled(1, '45351'),
    styled(2, '59'),
    styled(2, '61'),
    styled(1, '60'),
    styled(5, '45351.5'),
    styled(5, '0.75'),
    styled(6, '45351'),
    styled(3, '45351'),
    styled(4, '42'),
    styled(0, '45351'),
    '<c t="d"><v>2024-02-29</v></c>',
  ].join('');
  const sheets = { Register: worksheet(`<row>${cells}</row>`) };
  expect(valuesOf(await rowsOf(await xlsxOf({ sheets, styles })))).toEqual([
    [
      { date: '2024-02-29' },
      { date: '1900-02-28' },
      { date: '1900-03-01' },
      60,
      { date: '2024-02-29T12:00:00' },
      '18:00:00',
      { date: '2024-02-29' },
      45_351,
      '0042',
      45_351,
      { date: '2024-02-29' },
    ],
  ]);
  const mac = await rowsOf(await xlsxOf({ sheets, styles, workbookPr: '<workbookPr date1904="1"/>' }));
  expect(mac[0]?.cells[0]).toEqual({ value: { date: '2028-03-01' } });
});

test('a formula gives what was worked out when it was saved, and is marked; an error gives no value', async () => {
  const rows = await rowsOf(
    await one(
      '<row><c><f>1+1</f><v>2</v></c><c t="str"><f>A1</f><v>x</v></c><c t="e"><v>#REF!</v></c><c t="b"><v>1</v></c><c><f>B9</f></c></row>',
    ),
  );
  expect(rows[0]?.cells).toEqual([
    { value: 2, formula: true },
    { value: 'x', formula: true },
    { value: null, error: '#REF!' },
    { value: true },
    { value: null, formula: true },
  ]);
});

test('shared and rich texts are joined, readings left out, escaped characters put back, prefixes ignored', async () => {
  const bytes = await xlsxOf({
    sheets: {
      Register:
        '<x:worksheet xmlns:x="a"><x:sheetData><x:row r="3"><x:c r="C3" t="s"><x:v>0</x:v></x:c><x:c r="D3" t="s"><x:v>9</x:v></x:c></x:row></x:sheetData></x:worksheet>',
    },
    shared:
      '<sst><si><r><t>محمد</t></r><r><t xml:space="preserve"> _x0041_&amp;</t></r><rPh><t>reading</t></rPh></si></sst>',
  });
  expect(await rowsOf(bytes)).toEqual([
    { number: 3, cells: [{ value: null }, { value: null }, { value: 'محمد A&' }] },
  ]);
});

test('cells under a merged area are marked in rows that hold something', async () => {
  const rows = await rowsOf(
    await one(
      `<row r="1">${inlineCell('A1', 'district')}${inlineCell('C1', 'a')}</row><row r="2">${inlineCell('C2', 'b')}</row><row r="3"><c r="A3"/></row>`,
      '<mergeCells count="1"><mergeCell ref="A1:B3"/></mergeCells>',
    ),
  );
  expect(rows).toEqual([
    { number: 1, cells: [{ value: 'district' }, { value: null, merged: true }, { value: 'a' }] },
    { number: 2, cells: [{ value: null, merged: true }, { value: null, merged: true }, { value: 'b' }] },
  ]);
});

test('whoever stops reading early leaves nothing open, and may begin again', async () => {
  const file = await openTableFile(
    await one(
      Array.from({ length: 50_000 }, (_, at) => `<row>${inlineCell(`A${at + 1}`, 'x')}</row>`).join(''),
    ),
    'a.xlsx',
  );
  for (let round = 0; round < 3; round++) {
    for await (const row of file.rows(0)) {
      expect(row.number).toBe(1);
      break;
    }
  }
});
