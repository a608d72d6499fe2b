import { formatDay, formatMonth } from '#platform/language/format-date.ts';
import { interfaceLanguage } from '#platform/language/interface-languages.ts';
import { addDays } from '#platform/language/local-day.ts';
import { formatNumber } from '#platform/language/numbers.ts';
import { fromIsoDay } from '#platform/language/calendar.ts';
import { usePageTexts, useText } from '#platform/web/page-texts.ts';
import { Card } from '#ui/card.tsx';
import { DataTable } from '#ui/data-table.tsx';
import type { Series } from '../series.ts';
import { ColumnChart } from './column-chart.tsx';
import { useView } from './use-view.ts';

/** Contacts along the period: a column for each day, week or month. */
export function SeriesCard({ series }: { series: Series }) {
  const t = useText('statistics');
  const { language } = usePageTexts();
  const { reader, period } = useView();
  const show = (n: number) => formatNumber(n, interfaceLanguage(language));
  const long = ({ firstDay, nextDay }: Series['points'][number]) => {
    if (series.by === 'day') return formatDay(firstDay, reader);
    if (series.by === 'month') return formatMonth(firstDay, reader);
    return t('period.span', {
      from: formatDay(firstDay, reader, 'short'),
      to: formatDay(addDays(nextDay, -1), reader, 'short'),
    });
  };
  const short = ({ firstDay }: Series['points'][number]) => {
    const parts = fromIsoDay(firstDay, period.calendar);
    // The name of the month alone, as short as the language has it.
    if (series.by === 'month') return formatDay(firstDay, reader, 'short').split(' ')[1] ?? '';
    return series.by === 'day' ? show(parts.day) : `${show(parts.day)}/${show(parts.month)}`;
  };
  const most = series.points.reduce(
    (best, point) => (point.n > best.n ? point : best),
    series.points[0] ?? { firstDay: period.firstDay, nextDay: period.nextDay, n: 0 },
  );
  return (
    <Card id="statistics-series" title={t(`series.${series.by}`)}>
      <ColumnChart
        title={t(`series.${series.by}`)}
        description={t('series.text', { most: show(most.n), when: long(most) })}
        columns={series.points.map((point) => ({
          id: point.firstDay,
          n: point.n,
          name: short(point),
          text: t('series.one', { when: long(point), n: show(point.n) }),
        }))}
        formatN={show}
      />
      <details className="fold statistics-table">
        <summary>{t('chart.table')}</summary>
        <DataTable
          caption={t(`series.${series.by}`)}
          rows={series.points}
          rowId={(point) => point.firstDay}
          columns={[
            { id: 'when', label: t('series.when'), cell: long },
            { id: 'n', label: t('unit.contacts'), align: 'end', cell: ({ n }) => show(n) },
          ]}
        />
      </details>
    </Card>
  );
}
