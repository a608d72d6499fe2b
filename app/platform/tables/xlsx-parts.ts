import { escapeXml, sheetNames } from './xlsx-text.ts';

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const kinds = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Styles of cells by their number in `styles.xml`. */
export const cellStyle = { plain: 0, heading: 1, title: 2, date: 3, moment: 4, quoted: 5 } as const;

/** The parts of an XLSX around its sheets, by name. */
export function surroundingParts(names: readonly string[]): [name: string, xml: string][] {
  const numbers = names.map((_, at) => at + 1);
  const overrides = numbers.map(
    (number) =>
      `<Override PartName="/xl/worksheets/sheet${number}.xml" ContentType="${kinds}.worksheet+xml"/>`,
  );
  const sheets = sheetNames(names).map(
    (name, at) => `<sheet name="${escapeXml(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`,
  );
  const targets = numbers.map(
    (number) =>
      `<Relationship Id="rId${number}" Type="${office}/worksheet" Target="worksheets/sheet${number}.xml"/>`,
  );
  return [
    [
      '[Content_Types].xml',
      `${declaration}<Types xmlns="${packages}/content-types">` +
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
        '<Default Extension="xml" ContentType="application/xml"/>' +
        `<Override PartName="/xl/workbook.xml" ContentType="${kinds}.sheet.main+xml"/>` +
        `<Override PartName="/xl/styles.xml" ContentType="${kinds}.styles+xml"/>${overrides.join('')}</Types>`,
    ],
    [
      '_rels/.rels',
      `${declaration}<Relationships xmlns="${packages}/relationships">` +
        `<Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
    [
      'xl/workbook.xml',
      `${declaration}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${sheets.join('')}</sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `${declaration}<Relationships xmlns="${packages}/relationships">${targets.join('')}` +
        `<Relationship Id="rId${names.length + 1}" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    ],
    ['xl/styles.xml', `${declaration}${styles}`],
  ];
}

const font = (more: string) => `<font>${more}<sz val="11"/><name val="Calibri"/></font>`;
const format = (numFmt: number, fontId: number, more = '') =>
  `<xf numFmtId="${numFmt}" fontId="${fontId}" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"${more}/>`;

const styles =
  `<styleSheet xmlns="${main}"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/>` +
  '<numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/></numFmts>' +
  `<fonts count="2">${font('')}${font('<b/>')}</fonts>` +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  `<cellXfs count="6">${format(0, 0)}${format(0, 1)}${format(0, 1)}${format(164, 0)}${format(165, 0)}` +
  `${format(0, 0, ' quotePrefix="1"')}</cellXfs></styleSheet>`;

/** Everything of a sheet before its rows. @param headingRow number of the row with the titles; rows up to it stay in view */
export function sheetBeginning(
  columns: readonly { width?: number }[],
  headingRow: number,
  rightToLeft: boolean,
): string {
  const widths = columns.map(({ width = 16 }, at) => {
    const safe = Math.min(Math.max(width, 2), 255);
    return `<col min="${at + 1}" max="${at + 1}" width="${safe}" customWidth="1"/>`;
  });
  return (
    `${declaration}<worksheet xmlns="${main}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0"` +
    `${rightToLeft ? ' rightToLeft="1"' : ''}><pane ySplit="${headingRow}" topLeftCell="A${headingRow + 1}"` +
    ' activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
    `<sheetFormatPr defaultRowHeight="15"/>${widths.length > 0 ? `<cols>${widths.join('')}</cols>` : ''}<sheetData>`
  );
}
