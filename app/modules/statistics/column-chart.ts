/** Where the columns of a chart stand, in the units of its drawing. */
export interface ColumnLayout {
  width: number;
  height: number;
  /** The ground line. */
  ground: number;
  columns: { x: number; y: number; width: number; height: number; middle: number; isNamed: boolean }[];
  lines: { y: number; value: number }[];
}

const width = 760;
const height = 250;
// Room above the highest line for its number, which is written larger on a phone.
const top = 30;
const ground = 215;
const side = 44;

/** Steps that people count in: 1, 2 or 5 with zeros; whole numbers only. */
export function stepOf(most: number, lines = 4): number {
  const rough = Math.max(1, most / lines);
  const power = 10 ** Math.floor(Math.log10(rough));
  const unit = [1, 2, 5, 10].find((each) => each * power >= rough) ?? 10;
  return Math.max(1, unit * power);
}

/**
 * Columns from the side where the reader begins. Names under so many that they do not meet; the last column always has
 * its own when the one before leaves room.
 */
export function layColumns(values: readonly number[], isMirrored: boolean, mostNames = 7): ColumnLayout {
  const most = Math.max(1, ...values);
  const step = stepOf(most);
  const highest = Math.ceil(most / step) * step;
  const scale = (ground - top) / highest;
  const room = (width - side - 8) / Math.max(1, values.length);
  const every = Math.max(1, Math.ceil(values.length / mostNames));
  const columns = values.map((value, at) => {
    const columnWidth = Math.min(48, room * 0.72);
    const start = side + at * room + (room - columnWidth) / 2;
    const x = isMirrored ? width - start - columnWidth : start;
    return {
      x,
      width: columnWidth,
      y: ground - value * scale,
      height: value * scale,
      middle: x + columnWidth / 2,
      isNamed: at % every === 0,
    };
  });
  const lines = Array.from({ length: highest / step + 1 }, (_, at) => ({
    value: at * step,
    y: ground - at * step * scale,
  }));
  return { width, height, ground, columns, lines };
}
