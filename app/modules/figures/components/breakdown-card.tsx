import { languageName } from '#platform/code-lists/client-languages.ts';
import { interfaceLanguage } from '#platform/language/interface-languages.ts';
import { formatNumber } from '#platform/language/numbers.ts';
import { usePageTexts, useText } from '#platform/web/page-texts.ts';
import { Card } from '#ui/card.tsx';
import { DataTable } from '#ui/data-table.tsx';
import type { ProtectedTable } from '../small-cells.ts';
import { BarChart } from './bar-chart.tsx';
import { useShowCell } from './use-show-cell.ts';

interface BreakdownCardProps {
  kind: 'channel' | 'topic' | 'language';
  table: ProtectedTable;
  threshold: number | undefined;
}

/** Bars that fit a screen; the rest stands in the table. */
const barsShown = 10;

/** One way of dividing the month's contacts: the largest groups as bars, all of them as a table beneath. */
export function BreakdownCard({ kind, table, threshold }: BreakdownCardProps) {
  const t = useText('figures');
  const codes = useText('code-lists');
  const { language } = usePageTexts();
  const show = useShowCell(threshold);
  const labelOf = (code: string) =>
    kind === 'language'
      ? languageName(code, language)
      : codes(`${kind === 'channel' ? 'channelGroup' : 'topic'}.${code}`);
  const total = table.rows.reduce((sum, { cell }) => sum + (cell.kind === 'count' ? cell.n : 0), 0);
  const isWhole = table.rows.every(({ cell }) => cell.kind === 'count');
  const rows = table.rows.map(({ code, cell }) => ({
    code,
    label: labelOf(code),
    n: cell.kind === 'count' ? cell.n : undefined,
    shown: show(cell),
    share: cell.kind === 'count' && isWhole && total > 0 ? cell.n / total : undefined,
  }));
  return (
    <Card id={`figures-${kind}`} title={t(`chart.${kind}`)}>
      <p className="field-hint">{t(`chart.${kind}Note`)}</p>
      {table.withheld && <p>{t('withheld')}</p>}
      {!table.withheld && rows.length === 0 && <p>{t('chart.none')}</p>}
      <BarChart label={t(`chart.${kind}`)} rows={rows.slice(0, barsShown)} />
      {rows.length > barsShown && (
        <p className="field-hint">{t('chart.rest', { count: rows.length - barsShown })}</p>
      )}
      {rows.length > 0 && (
        <details className="fold figures-table">
          <summary>{t('chart.table')}</summary>
          <DataTable
            caption={t(`chart.${kind}Note`)}
            rows={rows}
            rowId={(row) => row.code}
            columns={[
              { id: 'what', label: t('chart.what'), cell: (row) => row.label },
              { id: 'contacts', label: t('chart.contacts'), align: 'end', cell: (row) => row.shown },
              {
                id: 'share',
                label: t('chart.share'),
                align: 'end',
                cell: (row) =>
                  row.share !== undefined &&
                  formatNumber(row.share, interfaceLanguage(language), {
                    style: 'percent',
                    maximumFractionDigits: 0,
                  }),
              },
            ]}
          />
        </details>
      )}
    </Card>
  );
}
