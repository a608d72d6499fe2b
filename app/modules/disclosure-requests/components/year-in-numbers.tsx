import { Link } from 'react-router';
import type { Cell } from '#modules/statistics/index.server.ts';
import { usePageTexts, useText } from '#platform/web/page-texts.ts';
import { Card } from '#ui/card.tsx';
import { DataTable } from '#ui/data-table.tsx';
import './disclosure-requests.css';

interface Table {
  rows: { code: string; cell: Cell }[];
  withheld: boolean;
}
export interface Year {
  year: number;
  latestYear: number;
  threshold: number;
  total: Cell;
  byAsker: Table;
  byOutcome: Table;
}

/** How often the centre was asked in a year, as it may be published. */
export function YearInNumbers({ counted }: { counted: Year }) {
  const t = useText('disclosure-requests');
  const { language } = usePageTexts();
  const { year, latestYear, threshold } = counted;
  const shown = (cell: Cell) =>
    cell.kind === 'count'
      ? new Intl.NumberFormat(language).format(cell.n)
      : t(`count.${cell.kind}`, { threshold });
  return (
    <Card
      id="year"
      title={t('count.title', { year: new Intl.NumberFormat(language, { useGrouping: false }).format(year) })}
    >
      <p>{t('count.note', { threshold })}</p>
      {year === latestYear && <p>{t('count.running')}</p>}
      <p>
        {t('count.total')}: <strong>{shown(counted.total)}</strong>
      </p>
      <div className="disclosure-year">
        <Numbers table={counted.byAsker} name={t('count.by-asker')} codes="asker" shown={shown} />
        <Numbers table={counted.byOutcome} name={t('count.by-outcome')} codes="state" shown={shown} />
      </div>
      <nav className="toolbar">
        <Link to={`?year=${year - 1}`}>{t('count.before')}</Link>{' '}
        {year < latestYear && <Link to={`?year=${year + 1}`}>{t('count.after')}</Link>}
      </nav>
    </Card>
  );
}

interface NumbersProps {
  table: Table;
  name: string;
  codes: 'asker' | 'state';
  shown: (cell: Cell) => string;
}

function Numbers({ table, name, codes, shown }: NumbersProps) {
  const t = useText('disclosure-requests');
  if (table.withheld) return <p>{t('count.withheld')}</p>;
  return (
    <DataTable
      caption={name}
      rows={table.rows}
      rowId={(row) => row.code}
      columns={[
        { id: 'code', label: name, cell: (row) => t(`${codes}.${row.code}`) },
        { id: 'n', label: t('count.how-many'), align: 'end', cell: (row) => shown(row.cell) },
      ]}
      empty={<span />}
    />
  );
}
