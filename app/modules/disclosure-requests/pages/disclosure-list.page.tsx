import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { maySeeTabs } from '#modules/erasures/index.server.ts';
import { DataTabs } from '#modules/erasures/index.tsx';
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
import '../components/disclosure-requests.css';
import { DisclosureState } from '../components/disclosure-state.tsx';
import { YearInNumbers } from '../components/year-in-numbers.tsx';
import { countDisclosureRequests } from '../queries/count-disclosure-requests.query.server.ts';
import { listDisclosureRequests } from '../queries/list-disclosure-requests.query.server.ts';

export async function loader({ context }: LoaderFunctionArgs) {
  const web = context.get(webContext);
  const actor = requireStaff(web);
  const open = web.url.searchParams.get('show') !== 'settled';
  const { requests } = await web.read(listDisclosureRequests, { open });
  const asked = web.url.searchParams.get('year');
  const counted = web.house.policy.mayEver(actor, 'disclosure-request.count')
    ? await web.read(countDisclosureRequests, asked ? { year: Number(asked) } : {})
    : undefined;
  return { requests, open, counted, timeZone: actor.centre.timeZone, may: maySeeTabs(web) };
}

/** Who asked the centre for people's data, the most urgent first, and the year in numbers. */
export default function DisclosureListPage() {
  const t = useText('disclosure-requests');
  const { language } = usePageTexts();
  const { requests, open, counted, timeZone, may } = useLoaderData<typeof loader>();
  const day = (iso: string) => formatDay(iso, { language, timeZone }, 'short');
  return (
    <>
      <title>{t('list.title')}</title>
      <PageHeader title={t('list.title')} note={t('list.note')}>
        <LinkButton tone="primary" to="/staff/disclosure-requests/new">
          {t('list.new')}
        </LinkButton>
        <LinkButton tone="quiet" to={open ? '?show=settled' : '/staff/disclosure-requests'}>
          {t(open ? 'list.show-settled' : 'list.show-open')}
        </LinkButton>
      </PageHeader>
      <DataTabs may={may} />
      <div className="disclosure">
        <DataTable
          caption={t(open ? 'list.caption' : 'list.caption-settled', { count: requests.length })}
          rows={requests}
          rowId={(row) => row.id}
          columns={[
            {
              id: 'asker',
              label: t('list.asker'),
              cell: (row) => (
                <Link to={`/staff/disclosure-requests/${row.id}`}>
                  {t(`asker.${row.asker}`)}
                  {row.askedBy && (
                    <>
                      {': '}
                      <Bdi>{row.askedBy}</Bdi>
                    </>
                  )}
                </Link>
              ),
            },
            {
              id: 'person',
              label: t('list.person'),
              cell: (row) =>
                row.clientId ? (
                  <Bdi>{row.name ?? row.fileNo ?? t('list.file')}</Bdi>
                ) : (
                  t(row.isErased ? 'list.erased' : 'list.nobody')
                ),
            },
            { id: 'basis', label: t('new.basis'), cell: (row) => t(`basis.${row.basis}`) },
            { id: 'received', label: t('list.received'), cell: (row) => day(row.receivedOn) },
            {
              id: 'due',
              label: t(open ? 'list.due' : 'list.decided'),
              cell: (row) =>
                open ? (
                  <>
                    {row.dueOn ? day(row.dueOn) : t('list.no-due')}{' '}
                    {row.isLate && <Badge tone="danger">{t('list.late')}</Badge>}
                  </>
                ) : (
                  row.decidedOn && day(row.decidedOn)
                ),
            },
            { id: 'state', label: t('list.state'), cell: (row) => <DisclosureState state={row.state} /> },
          ]}
          empty={
            <EmptyState title={t(open ? 'list.empty' : 'list.empty-settled')}>
              {t('list.empty-next')}
            </EmptyState>
          }
        />
        {counted && <YearInNumbers counted={counted} />}
      </div>
    </>
  );
}
