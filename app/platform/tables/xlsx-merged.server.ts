import { type TableLimits, tableProblem } from './table-limits.ts';
import { columnOf } from './xlsx-place.ts';
import type { ZipArchive } from './zip-archive.server.ts';

interface Area {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

/** Which columns of a row are covered by a merged area. Rows must be asked in rising order. */
export type CoveredColumns = (row: number) => number[];

/**
 * Merged areas stand behind the cells they cover, so the sheet is unpacked once before. It is not parsed for that: the tag
 * is unmistakable, because in a text `<` is always escaped.
 */
export async function readMergedAreas(
  zip: ZipArchive,
  part: string,
  limits: TableLimits,
): Promise<CoveredColumns> {
  const areas: Area[] = [];
  let rest = '';
  for await (const piece of zip.text(part)) {
    const text = rest + piece;
    let end = 0;
    for (const match of text.matchAll(/<(?:\w{1,40}:)?mergeCell\s[^<>]{0,200}>/g)) {
      end = match.index + match[0].length;
      const area = areaOf(match[0], limits);
      if (area) areas.push(area);
      if (areas.length > limits.mergedAreas) throw tableProblem('damaged');
    }
    rest = text.slice(Math.max(end, text.length - 300));
  }
  areas.sort((a, b) => a.top - b.top);
  let next = 0;
  let open: Area[] = [];
  return (row) => {
    for (let area = areas[next]; area && area.top <= row; area = areas[++next]) open.push(area);
    if (open.length === 0) return [];
    open = open.filter(({ bottom }) => bottom >= row);
    return open.flatMap(({ top, left, right }) => {
      const columns = Array.from({ length: right - left + 1 }, (_, at) => left + at);
      return top === row ? columns.slice(1) : columns;
    });
  };
}

function areaOf(tag: string, limits: TableLimits): Area | undefined {
  const match = /\bref="\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})"/.exec(tag);
  if (!match) return undefined;
  const [, first = '', top = '', last = '', bottom = ''] = match;
  const left = columnOf(first);
  const right = Math.min(columnOf(last), limits.columns - 1);
  if (left > right || Number(top) > Number(bottom)) return undefined;
  return { top: Number(top), bottom: Number(bottom), left, right };
}
