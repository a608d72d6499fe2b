import { useId } from 'react';
import { usePageTexts } from '#platform/web/page-texts.ts';
import { layColumns } from '../column-chart.ts';

interface ColumnChartProps {
  title: string;
  description: string;
  columns: readonly {
    id: string;
    n: number /** Under the column. */;
    name: string /** Said of it. */;
    text: string;
  }[];
  formatN: (n: number) => string;
}

/** Standing columns along the time, as one drawing. The table beside it says the same in words. */
export function ColumnChart({ title, description, columns, formatN }: ColumnChartProps) {
  const { dir } = usePageTexts();
  const id = useId();
  const isMirrored = dir === 'rtl';
  const layout = layColumns(
    columns.map(({ n }) => n),
    isMirrored,
  );
  const edge = isMirrored ? layout.width - 38 : 38;
  return (
    <svg
      className="column-chart"
      viewBox={`0 0 ${layout.width} ${layout.height}`}
      role="img"
      aria-labelledby={`${id}-title ${id}-text`}
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-text`}>{description}</desc>
      {layout.lines.map(({ y, value }) => (
        <g key={value}>
          <line className="column-chart-line" x1="0" x2={layout.width} y1={y} y2={y} />
          {value > 0 && (
            <text
              className="column-chart-value"
              x={edge}
              y={y - 4}
              direction="ltr"
              textAnchor={isMirrored ? 'start' : 'end'}
            >
              {formatN(value)}
            </text>
          )}
        </g>
      ))}
      {layout.columns.map((place, at) => {
        const column = columns[at];
        if (!column) return null;
        return (
          <g key={column.id}>
            <rect
              className="column-chart-column"
              x={place.x}
              y={place.y}
              width={place.width}
              height={place.height}
              rx="2"
            >
              <title>{column.text}</title>
            </rect>
            {place.isNamed && (
              <text className="column-chart-name" x={place.middle} y={layout.ground + 24} textAnchor="middle">
                {column.name}
              </text>
            )}
          </g>
        );
      })}
    </svg>
  );
}
