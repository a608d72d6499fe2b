import type { Cell } from '../small-cells.ts';
import { useShowCell } from './use-show-cell.ts';

/** A number of a tile; words instead of a number are set smaller. */
export function CellValue({ cell, threshold }: { cell: Cell; threshold: number | undefined }) {
  const show = useShowCell(threshold);
  return cell.kind === 'count' ? show(cell) : <span className="statistics-words">{show(cell)}</span>;
}
