import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { formatDay } from '#platform/language/format-date.ts';
import { usePageTexts, useText } from '#platform/web/page-texts.ts';
import { requireStaff } from '#platform/web/require-staff.ts';
import { webContext } from '#platform/web/web-context.ts';
import { Badge } from '#ui/badge.tsx';
import { Bdi } from '#ui/bdi.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { DataTabs } from '../components/data-tabs.tsx';
import { RequestState } from '../components/request-state.tsx';
import { maySeeTabs } from '../may-see-tabs.ts';
import { listRequests } from '../queries/list-requests.query.server.ts';

export async function loader({ context }: LoaderFunctionArgs) {
  const web = context.get(webContext);
  const actor = requireStaff(web);
  const open = web.url.searchParams.get('show') !== 'settled';
  const { requests } = await web.read(listRequests, { open });
  return { requests, open, timeZone: actor.centre.timeZone, may: maySeeTabs(web) };
}

/** What people asked about their own data, the most urgent first. */
export default function RequestListPage() {
  const t = useText('erasures');
  const { language } = usePageTexts();
  const { requests, open, timeZone, may } = useLoaderData<typeof loader>();
  const day = (iso: string) => formatDay(iso, { language, timeZone }, 'short');
  return (
    <>
      <title>{t('list.title')}</title>
      <PageHeader title={t('list.title')} note={t('list.note')}>
        <LinkButton tone="quiet" to={open ? '?show=settled' : '/staff/requests'}>
          {t(open ? 'list.show-settled' : 'list.show-open')}
        </LinkButton>
      </PageHeader>
      <DataTabs may={may} />
      <DataTable
        caption={t(open ? 'list.caption' : 'list.caption-settled', { count: requests.length })}
        rows={requests}
        rowId={(row) => row.id}
        columns={[
          {
            id: 'kind',
            label: t('list.kind'),
            cell: (row) => <Link to={`/staff/requests/${row.id}`}>{t(`kind.${row.kind}`)}</Link>,
          },
          {
            id: 'person',
            label: t('list.person'),
            cell: (row) =>
              row.clientId ? <Bdi>{row.name ?? row.fileNo ?? t('list.file')}</Bdi> : t('list.nobody'),
          },
          { id: 'received', label: t('list.received'), cell: (row) => day(row.receivedOn) },
          {
            id: 'due',
            label: t(open ? 'list.due' : 'list.decided'),
            cell: (row) =>
              open ? (
                <>
                  {day(row.dueOn)} {row.isLate && <Badge tone="danger">{t('state.late')}</Badge>}
                </>
              ) : (
                row.decidedOn && day(row.decidedOn)
              ),
          },
          { id: 'state', label: t('list.state'), cell: (row) => <RequestState state={row.state} /> },
        ]}
        empty={
          <EmptyState title={t(open ? 'list.empty' : 'list.empty-settled')}>
            {t('list.empty-next')}
          </EmptyState>
        }
      />
    </>
  );
}
