import { interfaceLanguage } from '#platform/language/interface-languages.ts';
import { formatNumber } from '#platform/language/numbers.ts';
import type { HiddenReason } from '#platform/disclosure/released-table.ts';
import { categoryLabel, categoryOrder, type LabelReader } from './category-label.server.ts';

/** A number as it is read: in the reader's digits, or the sign of a hidden one. */
export interface LaidCell {
  text: string;
  /** For files that others compute with; `null` where hidden. */
  n: number | null;
  reason?: HiddenReason | undefined;
  kept?: true;
}

export interface LaidTable {
  code: string;
  title: string;
  unit: string;
  definition: string;
  /** Above the column of row names, then one for each column of numbers. */
  head: string[];
  rows: { label: string; isTotal: boolean; cells: LaidCell[] }[];
  hidden: number;
  withheld: boolean;
}

interface GivenTable {
  code: string;
  unit: string;
  dimensions: readonly string[];
  cells: readonly {
    key: readonly string[];
    n: number | null;
    reason?: HiddenReason;
    keptFromEarlier?: true;
  }[];
  withheld?: true;
}

/** Not a dot: that is the 0 of Arabic digits. */
export const hiddenSign = '*';

/** Protected tables as rows and columns in somebody's language: one dimension goes down, a second one across. */
export const layOutTables = (tables: readonly GivenTable[], reader: LabelReader): LaidTable[] =>
  tables.map((table) => layOut(table, reader));

function layOut({ code, unit, dimensions, cells, withheld }: GivenTable, reader: LabelReader): LaidTable {
  const t = reader.translators.for(reader.language, 'releases');
  // The dimension with more categories goes down the page.
  const [across, down] =
    dimensions.length > 1 ? [dimensions[0] ?? '', dimensions[1] ?? ''] : [undefined, dimensions[0] ?? ''];
  const at = (dimension: string) => dimensions.indexOf(dimension);
  const codesOf = (dimension: string) =>
    [...new Set(cells.map(({ key }) => key[at(dimension)] ?? 'total'))].sort(
      categoryOrder(dimension, reader),
    );
  const found = new Map(cells.map((cell) => [cell.key.join('\n'), cell]));
  const columns = across === undefined ? [undefined] : codesOf(across);
  const cellAt = (row: string, column: string | undefined): LaidCell => {
    const key = column === undefined ? [row] : [column, row];
    const cell = found.get(key.join('\n'));
    const n = cell === undefined ? 0 : cell.n;
    return {
      text: n === null ? hiddenSign : formatNumber(n, interfaceLanguage(reader.language)),
      n,
      ...(cell?.reason && { reason: cell.reason }),
      ...(cell?.keptFromEarlier && { kept: true as const }),
    };
  };
  return {
    code,
    title: t(`table.${code}.title`),
    unit: t(`unit.${unit}`),
    definition: t(`table.${code}.definition`),
    head: [
      t(`dimension.${down}`),
      ...columns.map((column) =>
        column === undefined || across === undefined
          ? t(`unit.${unit}`)
          : categoryLabel(across, column, reader),
      ),
    ],
    rows: codesOf(down).map((row) => ({
      label: categoryLabel(down, row, reader),
      isTotal: row === 'total',
      cells: columns.map((column) => cellAt(row, column)),
    })),
    hidden: cells.filter(({ n }) => n === null).length,
    withheld: withheld ?? false,
  };
}
