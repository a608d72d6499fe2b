import { createReadStream, createWriteStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createDeflateRaw } from 'node:zlib';
import { openTableFile } from '#platform/tables/open-table-file.server.ts';
import type { WriteCell, WriteSheet } from '#platform/tables/table.ts';
import { writeCsv } from '#platform/tables/write-csv.server.ts';
import { writeXlsx } from '#platform/tables/write-xlsx.server.ts';
import { type Figure, figure } from './bench-figure.ts';
import type { BenchPart } from './bench-part.ts';

const columns = 20;
const mebibyte = 1024 ** 2;
const inSeconds = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
};
/** The most that this process ever held. */
const peak = (): number => process.resourceUsage().maxRSS / 1024;

/** A register as it leaves the house: 50,000 rows of 20 columns, written to a file, then read back in a process of its own. */
export const tablesPart: BenchPart = {
  name: 'tables',
  steps: [
    async ({ dir, small }) => {
      const before = peak();
      const file = join(dir, 'register.xlsx');
      const seconds = await inSeconds(() =>
        pipeline(Readable.from(writeXlsx([register(small ? 500 : 50_000)])), createWriteStream(file)),
      );
      const used = peak();
      const plain = join(dir, 'register.csv');
      await pipeline(Readable.from(writeCsv(register(small ? 500 : 50_000))), createWriteStream(plain));
      // What the machine needs to pack the same texts, with nothing around them.
      const limit = await inSeconds(() =>
        pipeline(createReadStream(plain), createDeflateRaw(), createWriteStream(`${plain}.packed`)),
      );
      const note = `${Math.round((await stat(file)).size / mebibyte)} MiB; limit: the CSV of it packed`;
      return [
        figure({
          name: 'XLSX written, memory',
          value: used,
          unit: 'MiB',
          aim: 300,
          limit: before,
          note: 'limit: before it began',
        }),
        figure({ name: 'XLSX written', value: seconds, unit: 's', limit, note }),
      ];
    },
    async ({ dir, small }) => readFigures('XLSX', join(dir, 'register.xlsx'), small),
    async ({ dir, small }) => readFigures('CSV', join(dir, 'register.csv'), small),
  ],
};

async function readFigures(kind: string, path: string, small: boolean): Promise<Figure[]> {
  const bytes = await readFile(path);
  const limit = await inSeconds(async () => new TextDecoder().decode(bytes));
  const file = await openTableFile(bytes, path);
  let rows = 0;
  const seconds = await inSeconds(async () => {
    for await (const row of file.rows(0)) rows += row.cells.length === columns ? 1 : 0;
  });
  if (rows !== (small ? 501 : 50_001)) throw new Error(`${rows} rows came back`);
  return [
    figure({
      name: `${kind} read`,
      value: seconds,
      unit: 's',
      limit,
      note: 'limit: its bytes decoded as text',
    }),
    figure({ name: `${kind} read, memory`, value: peak(), unit: 'MiB' }),
  ];
}

function register(rows: number): WriteSheet {
  return {
    name: 'Register',
    columns: Array.from({ length: columns }, (_, at) => ({ title: `Column ${at + 1}` })),
    rows: (function* () {
      for (let row = 0; row < rows; row++) {
        yield Array.from({ length: columns }, (_, column): WriteCell => {
          if (column % 5 === 1) return { date: `20${10 + (row % 15)}-0${1 + (row % 9)}-1${row % 10}` };
          if (column % 5 === 2) return (row * 7919 + column * 104_729) % 100_003;
          return `محمد نور ${(row * 31 + column * 17) % 9973} district ${row % 34}`;
        });
      }
    })(),
  };
}
