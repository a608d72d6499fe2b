import { Link } from 'react-router';
import { formatMoment } from '#platform/language/format-date.ts';
import { usePageTexts, useText } from '#platform/web/page-texts.ts';
import { Badge } from '#ui/badge.tsx';
import { Bdi } from '#ui/bdi.tsx';
import { DataTable } from '#ui/data-table.tsx';
import type { BreakGlassOutcome } from '../break-glass-outcomes.ts';

interface Emergency {
  id: string;
  by: string;
  own: boolean;
  fileNo: string;
  openedAt: string;
  reviewDue: string;
  overdue: boolean;
  outcome: BreakGlassOutcome | null;
  reviewedBy: string | null;
}

/** Who opened which restricted file in an emergency, and what became of the review. */
export function EmergencyTable({
  emergencies,
  timeZone,
}: {
  emergencies: readonly Emergency[];
  timeZone: string;
}) {
  const t = useText('oversight');
  const { language } = usePageTexts();
  const moment = (instant: string) => formatMoment(new Date(instant), { language, timeZone }, 'short');
  return (
    <DataTable
      caption={t('emergencies.title')}
      rows={emergencies}
      rowId={(row) => row.id}
      columns={[
        {
          id: 'when',
          label: t('emergencies.when'),
          heading: true,
          cell: (row) => (
            <Link to={`/staff/oversight/${row.id}`}>
              <time dateTime={row.openedAt}>{moment(row.openedAt)}</time>
            </Link>
          ),
        },
        { id: 'who', label: t('emergencies.who'), cell: (row) => <Bdi>{row.by}</Bdi> },
        { id: 'file', label: t('emergencies.file'), cell: (row) => <Bdi ltr>{row.fileNo}</Bdi> },
        {
          id: 'state',
          label: t('emergencies.state'),
          cell: (row) =>
            row.outcome ? (
              t('emergencies.by', { outcome: t(`outcome.${row.outcome}`), name: row.reviewedBy ?? '' })
            ) : (
              <>
                <Badge tone={row.overdue ? 'danger' : 'attention'}>
                  {t(row.overdue ? 'emergencies.overdue' : 'emergencies.waiting', {
                    when: moment(row.reviewDue),
                  })}
                </Badge>
                {row.own && <span className="field-hint"> {t('emergencies.own')}</span>}
              </>
            ),
        },
      ]}
      empty={<p>{t('emergencies.empty')}</p>}
    />
  );
}
