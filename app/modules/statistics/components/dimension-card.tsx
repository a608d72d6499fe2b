import { Link } from 'react-router';
import { interfaceLanguage } from '#platform/language/interface-languages.ts';
import { formatNumber } from '#platform/language/numbers.ts';
import { usePageTexts, useText } from '#platform/web/page-texts.ts';
import { Card } from '#ui/card.tsx';
import { type Column, DataTable } from '#ui/data-table.tsx';
import type { Cell } from '../small-cells.ts';
import { type CategoryRow, type DimensionTable, isUnsaid } from '../statistics.ts';
import { type RecordUnit, recordsAddress } from '../statistics-address.ts';
import { notRecorded } from '../tables.ts';
import { BarList } from './bar-list.tsx';
import { useCodeLabel } from './use-code-label.ts';
import { useShowCell } from './use-show-cell.ts';
import { useView } from './use-view.ts';

/** Bars that fit a screen; the rest stands in the table. */
const barsShown = 8;

/** Drawn are people where the division is about who came, contacts where it is about the conversation. */
const drawnUnit = {
  channelGroup: 'contacts',
  topic: 'contacts',
  language: 'contacts',
  site: 'contacts',
  sex: 'people',
  ageBand: 'people',
  stage: 'people',
  nationality: 'people',
  district: 'people',
  corridor: 'people',
} as const;

/** One way of dividing contacts and people: the largest categories as bars, all numbers as a table beneath. */
export function DimensionCard({ table }: { table: DimensionTable }) {
  const t = useText('statistics');
  const { dimension, withheld } = table;
  const labelOf = useCodeLabel();
  const view = useView();
  const show = useShowCell(view.threshold);
  const unit = drawnUnit[dimension as keyof typeof drawnUnit];
  const bars = table.rows
    .filter((row) => row[unit])
    .map((row) => ({
      code: row.code,
      label: labelOf(dimension, row.code),
      n: countOf(row[unit]),
      shown: row[unit] ? show(row[unit]) : '',
    }))
    .sort((a, b) =>
      dimension === 'ageBand' || isUnsaid(a.code) || isUnsaid(b.code) ? 0 : (b.n ?? -1) - (a.n ?? -1),
    );
  return (
    <Card id={`statistics-${dimension}`} title={t(`chart.of.${unit}`, { what: t(`dimension.${dimension}`) })}>
      <p className="field-hint">{t(`rule.${dimension}`)}</p>
      {withheld.map((each) => (
        <p key={each}>{t('withheld', { unit: t(`unit.${each}`) })}</p>
      ))}
      {table.rows.length === 0 && withheld.length === 0 && <p>{t('chart.none')}</p>}
      <BarList
        label={t(`chart.of.${unit}`, { what: t(`dimension.${dimension}`) })}
        rows={bars.slice(0, barsShown)}
      />
      {bars.length > barsShown && (
        <p className="field-hint statistics-rest">{t('chart.rest', { count: bars.length - barsShown })}</p>
      )}
      {table.rows.length > 0 && <CategoryTable table={table} />}
    </Card>
  );
}

function CategoryTable({ table: { dimension, rows } }: { table: DimensionTable }) {
  const t = useText('statistics');
  const { language } = usePageTexts();
  const labelOf = useCodeLabel();
  const view = useView();
  const show = useShowCell(view.threshold);
  const column = (unit: Exclude<RecordUnit, 'heads'>): Column<CategoryRow> => ({
    id: unit,
    label: t(`unit.${unit}`),
    align: 'end',
    cell: (row) => {
      const cell = row[unit];
      // A category in which nobody was met is a zero; what is held back whole has no number at all.
      if (!cell) return view.threshold === undefined ? show({ kind: 'count', n: 0 }) : '';
      if (!view.seesRecords || cell.kind !== 'count' || cell.n === 0 || !isListed(dimension, row.code))
        return show(cell);
      return (
        <Link className="statistics-number" to={recordsAddress(view, unit, { dimension, code: row.code })}>
          {show(cell)}
        </Link>
      );
    },
  });
  const share: Column<CategoryRow> = {
    id: 'share',
    label: t('chart.share'),
    align: 'end',
    cell: (row) => {
      const all = rows.reduce((sum, each) => sum + (countOf(each.contacts) ?? 0), 0);
      const n = countOf(row.contacts);
      return n !== undefined && all > 0
        ? formatNumber(n / all, interfaceLanguage(language), { style: 'percent', maximumFractionDigits: 0 })
        : '';
    },
  };
  const parts = view.threshold === undefined;
  return (
    <details className="fold statistics-table">
      <summary>{t('chart.table')}</summary>
      <DataTable
        caption={t('chart.byWhat', { what: t(`dimension.${dimension}`) })}
        rows={rows}
        rowId={(row) => row.code}
        columns={[
          { id: 'what', label: t(`dimension.${dimension}`), cell: (row) => labelOf(dimension, row.code) },
          column('contacts'),
          ...(parts ? [share, column('anonymous')] : []),
          column('people'),
          ...(parts ? [column('firstTime')] : []),
        ]}
      />
    </details>
  );
}

const countOf = (cell: Cell | undefined): number | undefined => (cell?.kind === 'count' ? cell.n : undefined);

/** The list of contacts asks for countries only: somebody without one is found by hand. */
const isListed = (dimension: DimensionTable['dimension'], code: string): boolean =>
  dimension !== 'nationality' || code === notRecorded || /^[A-Z]{2}$/.test(code);
