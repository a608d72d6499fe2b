import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { formatMoment } from '#platform/language/format-date.ts';
import { calendars } from '#platform/language/interface-languages.ts';
import { useText } from '#platform/web/page-texts.ts';
import { requireStaff } from '#platform/web/require-staff.ts';
import { webContext } from '#platform/web/web-context.ts';
import { Badge } from '#ui/badge.tsx';
import { Bdi } from '#ui/bdi.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { listReleases } from '../queries/list-releases.query.server.ts';
import { periodName } from '../release-words.server.ts';

export async function loader({ context }: LoaderFunctionArgs) {
  const web = context.get(webContext);
  const actor = requireStaff(web);
  const { language } = web;
  const { country, timeZone } = actor.centre;
  const rows = await web.read(listReleases, {});
  return {
    mayPrepare: web.house.policy.mayEver(actor, 'release.prepare'),
    rows: rows.map((row) => ({
      id: row.id,
      audience: row.audience,
      recipient: row.recipient,
      madeBy: row.madeBy,
      withdrawn: row.withdrawn,
      made: formatMoment(row.madeAt, { language, timeZone }, 'short'),
      period: periodName(
        { kind: row.kind, first: row.firstDay, next: row.nextDay },
        { language, country, calendar: calendars.find((name) => name === row.calendar) ?? 'gregory' },
      ),
    })),
  };
}

/** The log of everything that left the house in numbers. */
export default function ReleaseListPage() {
  const t = useText('releases');
  const { rows, mayPrepare } = useLoaderData<typeof loader>();
  const add = mayPrepare && (
    <LinkButton tone="primary" icon="add" to="/staff/statistics/release">
      {t('log.new')}
    </LinkButton>
  );
  return (
    <>
      <PageHeader
        title={t('log.title')}
        note={t('log.note')}
        back={{ to: '/staff/statistics', label: t('report.title') }}
      >
        {rows.length > 0 && add}
      </PageHeader>
      <DataTable
        caption={t('log.caption')}
        rows={rows}
        rowId={(row) => row.id}
        columns={[
          {
            id: 'period',
            label: t('log.period'),
            cell: (row) => <Link to={`/staff/statistics/releases/${row.id}`}>{row.period}</Link>,
          },
          { id: 'audience', label: t('log.audience'), cell: (row) => t(`audience.${row.audience}.name`) },
          { id: 'recipient', label: t('log.recipient'), cell: (row) => <Bdi>{row.recipient}</Bdi> },
          { id: 'made', label: t('log.made'), cell: (row) => row.made },
          { id: 'by', label: t('log.by'), cell: (row) => <Bdi>{row.madeBy}</Bdi> },
          {
            id: 'state',
            label: t('log.state'),
            cell: (row) =>
              row.withdrawn ? (
                <Badge tone="danger">{t('state.withdrawn')}</Badge>
              ) : (
                <Badge>{t('state.out')}</Badge>
              ),
          },
        ]}
        empty={
          <EmptyState title={t('log.empty')} action={add}>
            {t('log.empty-next')}
          </EmptyState>
        }
      />
    </>
  );
}
