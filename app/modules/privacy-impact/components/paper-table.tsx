import { DataTable } from '#ui/data-table.tsx';
import type { PaperRow } from '../paper-words.ts';

interface PaperTableProps {
  caption: string;
  heads: readonly string[];
  rows: readonly PaperRow[];
}

/** A table that comes in words. */
export function PaperTable({ caption, heads, rows }: PaperTableProps) {
  return (
    <DataTable
      caption={caption}
      rows={rows}
      rowId={([key]) => key}
      columns={heads.map((label, index) => ({
        id: label,
        label,
        cell: (row: PaperRow) => row[index + 1],
      }))}
    />
  );
}
