import { interfaceLanguage } from '#platform/language/interface-languages.ts';
import { formatNumber } from '#platform/language/numbers.ts';
import { usePageTexts, useText } from '#platform/web/page-texts.ts';
import { Card } from '#ui/card.tsx';
import { DataTable } from '#ui/data-table.tsx';
import type { SexAgeTable } from '../statistics.ts';
import { Pyramid } from './pyramid.tsx';
import { useCodeLabel } from './use-code-label.ts';

/** People by sex and age: women and men on the two sides of one drawing, everybody in the table. */
export function SexAgeCard({ table }: { table: SexAgeTable }) {
  const t = useText('statistics');
  const labelOf = useCodeLabel();
  const { language } = usePageTexts();
  const show = (n: number) => formatNumber(n, interfaceLanguage(language));
  const countOf = (row: SexAgeTable['rows'][number], sex: string) =>
    row.counts.find((each) => each.sex === sex)?.n ?? 0;
  const beside = table.rows.flatMap(({ counts }) =>
    counts.filter(({ sex, n }) => sex !== 'female' && sex !== 'male' && n > 0),
  );
  return (
    <Card id="statistics-sex-age" title={t('sexAge.title')}>
      <p className="field-hint">{t('sexAge.note')}</p>
      {table.rows.length === 0 ? (
        <p>{t('chart.none')}</p>
      ) : (
        <>
          <Pyramid
            title={t('sexAge.title')}
            description={t('sexAge.drawing')}
            sides={[labelOf('sex', 'female'), labelOf('sex', 'male')]}
            rows={table.rows.map((row) => ({
              id: row.band,
              name: labelOf('ageBand', row.band),
              counts: [countOf(row, 'female'), countOf(row, 'male')],
            }))}
            formatN={show}
          />
          {beside.length > 0 && (
            <p className="field-hint statistics-rest">
              {t('sexAge.beside', { count: beside.reduce((sum, { n }) => sum + n, 0) })}
            </p>
          )}
          <details className="fold statistics-table">
            <summary>{t('chart.table')}</summary>
            <DataTable
              caption={t('sexAge.title')}
              rows={table.rows}
              rowId={(row) => row.band}
              columns={[
                { id: 'band', label: t('dimension.ageBand'), cell: (row) => labelOf('ageBand', row.band) },
                ...table.sexes.map((sex) => ({
                  id: sex,
                  label: labelOf('sex', sex),
                  align: 'end' as const,
                  cell: (row: SexAgeTable['rows'][number]) => show(countOf(row, sex)),
                })),
                {
                  id: 'all',
                  label: t('chart.all'),
                  align: 'end',
                  cell: (row) => show(row.counts.reduce((sum, { n }) => sum + n, 0)),
                },
                {
                  id: 'first',
                  label: t('unit.firstTime'),
                  align: 'end',
                  cell: (row) => show(row.counts.reduce((sum, { firstTime }) => sum + firstTime, 0)),
                },
              ]}
            />
          </details>
        </>
      )}
    </Card>
  );
}
