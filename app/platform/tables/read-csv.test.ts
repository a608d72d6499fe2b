import { expect, test } from 'vitest';
import { allOf, outcomeOf } from './all-of.testing.ts';
import { openTableFile } from './open-table-file.server.ts';

async function read(bytes: Uint8Array | string, limits = {}) {
  const file = await openTableFile(
    typeof bytes === 'string' ? Buffer.from(bytes) : bytes,
    'old/register.csv',
    limits,
  );
  const rows = await allOf(file.rows(0));
  return { ...file, rows: rows.map(({ number, cells }) => [number, ...cells.map(({ value }) => value)]) };
}

test('a file with bytes of zero is refused, and so is a quotation mark that never closes', async () => {
  await expect(read('name,age\nA\0mina,3\n')).rejects.toMatchObject({ code: 'table.nul-bytes' });
  await expect(read('name,age\n"Amina,3\nYusuf,4\n')).rejects.toMatchObject({ code: 'table.quote-open' });
});

test('too many rows, columns and characters are told', async () => {
  await expect(read('a\nb\nc\n', { rows: 2 })).rejects.toMatchObject({ code: 'table.too-many-rows' });
  await expect(read('a,b,c\n', { columns: 2 })).rejects.toMatchObject({ code: 'table.too-many-columns' });
  await expect(read(`a,${'x'.repeat(40_000)}\n`)).rejects.toMatchObject({ code: 'table.cell-too-long' });
});

test('random bytes end in rows or in a problem', async () => {
  let seed = 3;
  const outcomes = new Set<string>();
  for (let round = 0; round < 200; round++) {
    const noise = Uint8Array.from({ length: 300 }, () => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return 1 + (seed % 255);
    });
    outcomes.add(await outcomeOf(read(noise)));
  }
  expect([...outcomes].filter((outcome) => outcome !== 'rows' && outcome !== 'Problem')).toEqual([]);
});

test('quoted cells keep their delimiters and lines; rows may be of different length; empty rows are passed over', async () => {
  const { rows, encoding, delimiter, sheets } = await read(
    '\ufeffName;Note\r\n"Amina; the ""first""";"one\nline more"\r\n;;;\r\n\r\nYusuf\r\n;;x;;\r\n',
  );
  expect({ encoding, delimiter, sheets }).toEqual({
    encoding: 'utf-8',
    delimiter: ';',
    sheets: [{ name: 'register' }],
  });
  expect(rows).toEqual([
    [1, 'Name', 'Note'],
    [2, 'Amina; the "first"', 'one\nline more'],
    [5, 'Yusuf'],
    [6, null, null, 'x'],
  ]);
});

test('delimiters are recognised', async () => {
  expect((await read('a\tb, c\td\n1\t2, 3\t4\n')).delimiter).toBe('\t');
  expect((await read('a|b\n1|2\n')).delimiter).toBe('|');
  expect((await read('a,"x;y;z"\n1,"x;y;z"\n')).delimiter).toBe(',');
  expect((await read('sep=;\na,1;b\n')).rows).toEqual([[2, 'a,1', 'b']]);
  expect((await read('only one column\nAmina\n')).rows).toEqual([
    [1, 'only one column'],
    [2, 'Amina'],
  ]);
});

const cyrillic = (text: string) =>
  Uint8Array.from(text, (character) => {
    const code = character.charCodeAt(0);
    return code >= 0x410 && code <= 0x44f ? code - 0x350 : code;
  });
const arabicLetters = 'ءآأؤإئابةتثجحخدذرزسشصض×طظعغـفقكàلâمنهوçèéêëىي';
const arabic = (text: string) =>
  Uint8Array.from(text, (character) => {
    const at = arabicLetters.indexOf(character);
    return at < 0 ? character.charCodeAt(0) : 0xc1 + at;
  });

test('old encodings are told apart by their letters', async () => {
  const persian = await read(arabic('الاسم,البلد\nمحمد بن سالم,السودان\n'));
  expect(persian).toMatchObject({
    encoding: 'windows-1256',
    rows: [
      [1, 'الاسم', 'البلد'],
      [2, 'محمد بن سالم', 'السودان'],
    ],
  });
  const russian = await read(cyrillic('Имя,Город\nРустам Каримов,Душанбе\n'));
  expect(russian).toMatchObject({ encoding: 'windows-1251' });
  expect(russian.rows[1]).toEqual([2, 'Рустам Каримов', 'Душанбе']);
  const french = await read(Buffer.from('Prénom,Pays\nHélène,Sénégal\n', 'latin1'));
  expect(french).toMatchObject({ encoding: 'windows-1252' });
  expect(french.rows[1]).toEqual([2, 'Hélène', 'Sénégal']);
});

test('UTF-16 is recognised with and without its mark', async () => {
  const text = 'name\tcountry\nمحمد\tSudan\n';
  const little = Buffer.from(text, 'utf16le');
  expect(await read(little)).toMatchObject({ encoding: 'utf-16le', delimiter: '\t' });
  expect((await read(Buffer.from(`\ufeff${text}`, 'utf16le'))).rows[1]).toEqual([2, 'محمد', 'Sudan']);
  expect((await read(Buffer.from(`\ufeff${text}`, 'utf16le').swap16())).rows[1]).toEqual([
    2,
    'محمد',
    'Sudan',
  ]);
});

test('a text that looks like a formula stays a text', async () => {
  expect((await read('a,b\n=1+1,+49 30 1\n')).rows[1]).toEqual([2, '=1+1', '+49 30 1']);
});
