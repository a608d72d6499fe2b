import { type TableLimits, tableProblem } from './table-limits.ts';
import { readWholeXml } from './xml-reader.server.ts';
import type { ZipArchive } from './zip-archive.server.ts';

const mostTexts = 8_000_000;

/** The texts that cells point to. Pieces of rich text are joined; readings of East Asian characters are left out. */
export async function readSharedTexts(zip: ZipArchive, part: string, limits: TableLimits): Promise<string[]> {
  const texts: string[] = [];
  let length = 0;
  let item = '';
  let inText = false;
  let inReading = false;
  await readWholeXml(zip.text(part), {
    open(name) {
      if (name === 'si') item = '';
      else if (name === 't') inText = true;
      else if (name === 'rPh') inReading = true;
    },
    close(name) {
      if (name === 't') inText = false;
      else if (name === 'rPh') inReading = false;
      else if (name === 'si') {
        length += item.length;
        if (length > limits.sharedLength || texts.length >= mostTexts) throw tableProblem('too-much-text');
        texts.push(plainText(item));
      }
    },
    text(text) {
      if (!inText || inReading) return;
      item += text;
      if (item.length > limits.cellLength) throw tableProblem('cell-too-long', { limit: limits.cellLength });
    },
  });
  return texts;
}

/** Characters that XML cannot hold stand in a cell as `_x000D_`. ECMA-376, 22.9.2.19. */
export const plainText = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      )
    : text;
