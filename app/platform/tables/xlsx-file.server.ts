import type { TableFile } from './table.ts';
import { type TableLimits, tableProblem } from './table-limits.ts';
import { readMergedAreas } from './xlsx-merged.server.ts';
import { readSheetRows } from './xlsx-rows.server.ts';
import { readSharedTexts } from './xlsx-texts.server.ts';
import { readWorkbook } from './xlsx-workbook.server.ts';
import { openZip } from './zip-archive.server.ts';

export async function openXlsx(bytes: Uint8Array, limits: TableLimits): Promise<TableFile> {
  const zip = await openZip(bytes, limits);
  if (zip.names.has('content.xml') && zip.names.has('META-INF/manifest.xml'))
    throw tableProblem('open-document');
  const book = await readWorkbook(zip, limits);
  const { sharedPart } = book;
  let texts: Promise<string[]> | undefined;
  return {
    kind: 'xlsx',
    sheets: book.sheets.map(({ name, hidden }) => ({ name, ...(hidden && { hidden }) })),
    async *rows(sheet) {
      const chosen = book.sheets[sheet];
      if (!chosen) throw tableProblem('no-sheet');
      texts ??= sharedPart === undefined ? Promise.resolve([]) : readSharedTexts(zip, sharedPart, limits);
      yield* readSheetRows(zip.text(chosen.part), {
        styles: book.styles,
        from1904: book.from1904,
        texts: await texts,
        covered: await readMergedAreas(zip, chosen.part, limits),
        limits,
      });
    },
  };
}
