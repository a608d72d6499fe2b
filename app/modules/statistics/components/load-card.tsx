import { Link } from 'react-router';
import { interfaceLanguage } from '#platform/language/interface-languages.ts';
import { formatNumber } from '#platform/language/numbers.ts';
import { usePageTexts, useText } from '#platform/web/page-texts.ts';
import { Bdi } from '#ui/bdi.tsx';
import { Card } from '#ui/card.tsx';
import { DataTable } from '#ui/data-table.tsx';
import type { LoadRow } from '../statistics.ts';
import { recordsAddress } from '../statistics-address.ts';
import { DefinitionNote } from './definition-note.tsx';
import { useView } from './use-view.ts';

/** What each colleague carried. For the coordinator alone: it leaves the house in no report. */
export function LoadCard({ load }: { load: readonly (LoadRow & { name: string })[] }) {
  const t = useText('statistics');
  const { language } = usePageTexts();
  const view = useView();
  const show = (n: number, digits = 0) =>
    formatNumber(n, interfaceLanguage(language), { maximumFractionDigits: digits });
  return (
    <Card id="statistics-load" title={t('load.title')}>
      <p className="field-hint">{t('load.note')}</p>
      <DataTable
        caption={t('load.caption')}
        rows={load}
        rowId={(row) => row.staffId}
        empty={<p>{t('chart.none')}</p>}
        columns={[
          { id: 'who', label: t('dimension.counsellor'), cell: (row) => <Bdi>{row.name}</Bdi> },
          {
            id: 'contacts',
            label: t('unit.contacts'),
            align: 'end',
            cell: (row) => (
              <Link
                className="statistics-number"
                to={recordsAddress(view, 'contacts', { dimension: 'counsellor', code: row.staffId })}
              >
                {show(row.contacts)}
              </Link>
            ),
          },
          { id: 'people', label: t('load.people'), align: 'end', cell: (row) => show(row.people) },
          { id: 'hours', label: t('load.hours'), align: 'end', cell: (row) => show(row.minutes / 60, 1) },
        ]}
      />
      <DefinitionNote id="load" />
    </Card>
  );
}
