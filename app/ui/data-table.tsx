import type { ReactNode } from 'react';
import { Link } from 'react-router';

export interface Column<Row> {
  /** Key of the column. */
  id: string;
  label: string;
  cell: (row: Row) => ReactNode;
  align?: 'start' | 'end';
  /** The column that names the row; the first one unless told. */
  heading?: boolean;
  /** Where a click on its head leads: the same list in the order of this column, and how it is sorted by it now. */
  sort?: { to: string; sorted?: 'ascending' | 'descending' };
}

export interface DataTableProps<Row> {
  /** What the list shows, and why a row may be missing. */
  caption: ReactNode;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowId: (row: Row) => string;
  /** Shown instead of the table when there are no rows. */
  empty?: ReactNode;
}

/** A list as a table; on narrow screens every row becomes a card. */
export function DataTable<Row>({ caption, columns, rows, rowId, empty }: DataTableProps<Row>) {
  if (rows.length === 0 && empty) return empty;
  const headingId = (columns.find((column) => column.heading) ?? columns[0])?.id;
  return (
    <div className="table-wrap">
      <table className="table">
        <caption>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.id} scope="col" data-align={column.align} aria-sort={column.sort?.sorted}>
                {column.sort ? (
                  <Link to={column.sort.to} className="table-sort" preventScrollReset>
                    {column.label}
                  </Link>
                ) : (
                  column.label
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowId(row)}>
              {columns.map((column) =>
                column.id === headingId ? (
                  <th key={column.id} scope="row" data-align={column.align}>
                    {column.cell(row)}
                  </th>
                ) : (
                  <td key={column.id} data-label={column.label} data-align={column.align}>
                    {column.cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
