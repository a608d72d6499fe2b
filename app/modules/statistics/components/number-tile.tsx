import { Link } from 'react-router';
import type { Cell } from '../small-cells.ts';
import type { DefinitionId } from '../definitions.ts';
import { CellValue } from './cell-value.tsx';
import { DefinitionNote } from './definition-note.tsx';

interface NumberTileProps {
  label: string;
  cell: Cell;
  threshold: number | undefined;
  note: string;
  change?: string;
  definition: DefinitionId;
  /** The records behind the number, for whoever may read them. */
  records?: { to: string; label: string };
}

/** One number of the period: how it moved, what it counts, and the records behind it. */
export function NumberTile({ label, cell, threshold, note, change, definition, records }: NumberTileProps) {
  const value = <CellValue cell={cell} threshold={threshold} />;
  return (
    <div className="stat-tile">
      <span className="stat-tile-label">{label}</span>
      <span className="stat-tile-value">
        {records ? (
          <Link className="statistics-number" to={records.to} title={records.label}>
            {value}
          </Link>
        ) : (
          value
        )}
      </span>
      <span className="stat-tile-note">
        {change && <span className="statistics-change">{change}</span>}
        {note}
      </span>
      <DefinitionNote id={definition} />
    </div>
  );
}
