import { useId } from 'react';
import { usePageTexts } from '#platform/web/page-texts.ts';

interface PyramidProps {
  title: string;
  description: string;
  /** Who stands on the side where the reader begins, and who on the other. */
  sides: readonly [string, string];
  rows: readonly { id: string; name: string; counts: readonly [number, number] }[];
  formatN: (n: number) => string;
}

const width = 480;
const row = 30;
const head = 26;
const middle = 150;
const reach = (width - middle) / 2 - 40;

/** Two groups back to back, one line for each band; the numbers stand beside the bars. */
export function Pyramid({ title, description, sides, rows, formatN }: PyramidProps) {
  const { dir } = usePageTexts();
  const id = useId();
  const most = Math.max(1, ...rows.flatMap(({ counts }) => counts));
  const first = dir === 'rtl' ? 1 : 0;
  const inner = [(width - middle) / 2, (width + middle) / 2] as const;
  const drawn = [...rows].reverse();
  return (
    <svg
      className="pyramid"
      viewBox={`0 0 ${width} ${head + rows.length * row + 4}`}
      role="img"
      aria-labelledby={`${id}-title ${id}-text`}
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-text`}>{description}</desc>
      {([0, 1] as const).map((side) => (
        <text
          key={side}
          className="pyramid-side"
          x={side === 0 ? inner[0] : inner[1]}
          y="14"
          textAnchor={textAnchor(side === 0 ? 'right' : 'left', dir)}
        >
          {sides[side === first ? 0 : 1]}
        </text>
      ))}
      {drawn.map(({ id: band, name, counts }, at) => (
        <g key={band} transform={`translate(0 ${head + at * row})`}>
          <text className="pyramid-name" x={width / 2} y={row / 2 + 5} textAnchor="middle">
            {name}
          </text>
          {([0, 1] as const).map((side) => {
            const group = side === first ? 0 : 1;
            const n = counts[group];
            const length = (n / most) * reach;
            const x = side === 0 ? inner[0] - length : inner[1];
            return (
              <g key={side}>
                <rect
                  className="pyramid-bar"
                  data-group={group}
                  x={x}
                  y="4"
                  width={length}
                  height={row - 8}
                  rx="2"
                />
                <text
                  className="pyramid-number"
                  x={side === 0 ? x - 6 : x + length + 6}
                  y={row / 2 + 5}
                  direction="ltr"
                  textAnchor={side === 0 ? 'end' : 'start'}
                >
                  {formatN(n)}
                </text>
              </g>
            );
          })}
        </g>
      ))}
    </svg>
  );
}

/** `start` and `end` turn round with the direction of the text; the drawing knows left and right only. */
function textAnchor(edge: 'left' | 'right', dir: 'ltr' | 'rtl'): 'start' | 'end' {
  return (edge === 'left') === (dir === 'ltr') ? 'start' : 'end';
}
