import { usePageTexts } from '#platform/web/page-texts.ts';

export interface Bar {
  code: string;
  label: string;
  /** Undefined where the number is not shown: the row then has no bar. */
  n: number | undefined;
  /** Of the number: a part that is drawn apart, darker. */
  part?: number;
  shown: string;
}

/**
 * Lying bars, drawn on the server. Each has its name and number in words above it, so the drawing repeats what is
 * written and screen readers hear the list; lengths are shares of the largest, whatever the width of the screen.
 */
export function BarList({ label, rows }: { label: string; rows: readonly Bar[] }) {
  const { dir } = usePageTexts();
  const most = Math.max(1, ...rows.map((row) => row.n ?? 0));
  const place = (share: number) => (dir === 'rtl' ? `${100 - share}%` : 0);
  return (
    <ol className="bars" aria-label={label}>
      {rows.map((row) => {
        const width = ((row.n ?? 0) / most) * 100;
        return (
          <li key={row.code}>
            <span className="bars-label">{row.label}</span>
            <span className="bars-number" data-shown={row.n !== undefined}>
              {row.shown}
            </span>
            <svg className="bars-bar" width="100%" height="10" aria-hidden="true">
              <rect className="bars-ground" width="100%" height="10" rx="3" />
              {width > 0 && <rect x={place(width)} width={`${width}%`} height="10" rx="3" />}
            </svg>
          </li>
        );
      })}
    </ol>
  );
}
