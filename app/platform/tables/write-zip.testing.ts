import { configure, TextReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js';

configure({ useWebWorkers: false });

/** A zip of these parts: how tests plant what no program would save. */
export async function zipOf(parts: Readonly<Record<string, string>>): Promise<Uint8Array> {
  const zip = new ZipWriter(new Uint8ArrayWriter());
  for (const [name, text] of Object.entries(parts)) await zip.add(name, new TextReader(text));
  return zip.close();
}

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

interface Planted {
  /** What stands inside of each worksheet, by the name of the sheet. */
  sheets: Readonly<Record<string, string>>;
  workbookPr?: string;
  sheetAttributes?: Readonly<Record<string, string>>;
  styles?: string;
  shared?: string;
}

/** An XLSX whose sheets are written by hand. */
export function xlsxOf({ sheets, workbookPr = '', sheetAttributes = {}, styles, shared }: Planted) {
  const names = Object.keys(sheets);
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`;
  const listed = names.map(
    (name, at) =>
      `<sheet name="${name}" sheetId="${at + 1}" r:id="r${at + 1}" ${sheetAttributes[name] ?? ''}/>`,
  );
  const relations = names.map((_, at) =>
    relation(`r${at + 1}`, 'worksheet', `worksheets/sheet${at + 1}.xml`),
  );
  return zipOf({
    '_rels/.rels': `<Relationships>${relation('r1', 'officeDocument', '/xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}">${workbookPr}<sheets>${listed.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${relations.join('')}${relation('s', 'sharedStrings', 'sharedStrings.xml')}${relation('y', 'styles', 'styles.xml')}</Relationships>`,
    ...(shared !== undefined && { 'xl/sharedStrings.xml': shared }),
    ...(styles !== undefined && { 'xl/styles.xml': styles }),
    ...Object.fromEntries(names.map((name, at) => [`xl/worksheets/sheet${at + 1}.xml`, sheets[name] ?? ''])),
  });
}

export const worksheet = (rows: string, behind = ''): string =>
  `<worksheet xmlns="${main}"><sheetData>${rows}</sheetData>${behind}</worksheet>`;

export const inlineCell = (place: string, text: string): string =>
  `<c r="${place}" t="inlineStr"><is><t>${text}</t></is></c>`;
