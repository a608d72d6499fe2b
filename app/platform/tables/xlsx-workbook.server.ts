import type { SheetInfo } from './table.ts';
import type { TableLimits } from './table-limits.ts';
import { tableProblem } from './table-limits.ts';
import { isDateFormat } from './xlsx-dates.ts';
import { attributeOf, readWholeXml } from './xml-reader.server.ts';
import type { ZipArchive } from './zip-archive.server.ts';

/** How a number of a cell is to be taken: as it is, as a date, or as digits of a fixed length (`007`). */
export type NumberStyle = 'number' | 'date' | { digits: number };

export interface XlsxWorkbook {
  sheets: (SheetInfo & { part: string })[];
  from1904: boolean;
  /** By the number of a cell's style. */
  styles: NumberStyle[];
  sharedPart: string | undefined;
}

/** What stands around the cells of an XLSX: which sheets there are and how their numbers are shown. */
export async function readWorkbook(zip: ZipArchive, limits: TableLimits): Promise<XlsxWorkbook> {
  const root = [...(await relations(zip, '')).values()].find(({ type }) => type === 'officeDocument');
  const book = root?.target ?? 'xl/workbook.xml';
  if (book.endsWith('.bin')) throw tableProblem('binary-workbook');
  if (!zip.names.has(book)) throw tableProblem('not-a-table');
  const parts = await relations(zip, book);
  const partOf = (type: string) => [...parts.values()].find((each) => each.type === type)?.target;
  const { listed, from1904 } = await sheetsOf(zip, book);
  const sheets = listed.flatMap(({ name, relation, hidden }) => {
    const part = parts.get(relation);
    // A sheet may also be a chart or a dialogue; those have no cells.
    if (part?.type !== 'worksheet' || !zip.names.has(part.target)) return [];
    return [{ name, ...(hidden && { hidden }), part: part.target }];
  });
  if (sheets.length === 0) throw tableProblem('no-sheet');
  const styles = partOf('styles');
  const shared = partOf('sharedStrings');
  return {
    sheets,
    from1904,
    styles: styles !== undefined && zip.names.has(styles) ? await stylesOf(zip, styles, limits) : [],
    sharedPart: shared !== undefined && zip.names.has(shared) ? shared : undefined,
  };
}

async function sheetsOf(zip: ZipArchive, book: string) {
  const listed: { name: string; relation: string; hidden: boolean }[] = [];
  let from1904 = false;
  await readWholeXml(zip.text(book), {
    open(name, attributes) {
      if (name === 'workbookPr') from1904 = isTrue(attributes.date1904);
      if (name !== 'sheet') return;
      const hidden = attributes.state !== undefined && attributes.state !== 'visible';
      listed.push({ name: attributes.name ?? '', relation: attributeOf(attributes, 'id') ?? '', hidden });
    },
  });
  return { listed, from1904 };
}

/** Relations of a part by their id; targets as names in the archive, types by their last word. */
async function relations(zip: ZipArchive, part: string) {
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  const place = `${folder}_rels/${part.slice(folder.length)}.rels`;
  const found = new Map<string, { type: string; target: string }>();
  if (!zip.names.has(place)) return found;
  await readWholeXml(zip.text(place), {
    open(name, { Id: id = '', Type: type = '', Target: target = '', TargetMode: mode }) {
      // What lies outside of the file is never fetched.
      if (name !== 'Relationship' || mode === 'External') return;
      found.set(id, { type: type.slice(type.lastIndexOf('/') + 1), target: resolve(folder, target) });
    },
  });
  return found;
}

function resolve(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const steps: string[] = [];
  for (const step of `${folder}${target}`.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}

const mostStyles = 100_000;

async function stylesOf(zip: ZipArchive, part: string, limits: TableLimits): Promise<NumberStyle[]> {
  const formats = new Map<number, string>();
  const styles: NumberStyle[] = [];
  let inCells = false;
  await readWholeXml(zip.text(part), {
    open(name, attributes) {
      if (name === 'numFmt' && formats.size < mostStyles) {
        formats.set(Number(attributes.numFmtId), (attributes.formatCode ?? '').slice(0, limits.cellLength));
      }
      if (name === 'cellXfs') inCells = true;
      if (name !== 'xf' || !inCells) return;
      if (styles.length >= mostStyles) throw tableProblem('damaged');
      const id = Number(attributes.numFmtId ?? 0);
      const code = formats.get(id);
      const digits = /^0{2,32}$/.exec(code ?? '')?.[0].length;
      styles.push(isDateFormat(id, code) ? 'date' : digits === undefined ? 'number' : { digits });
    },
    close(name) {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return styles;
}

const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true';
