import { type LoaderFunctionArgs, Link, useLoaderData } from 'react-router';
import { textIn } from '#modules/centres/index.server.ts';
import { formatDay, formatMoment } from '#platform/language/format-date.ts';
import { localDay } from '#platform/language/local-day.ts';
import { useText } from '#platform/web/page-texts.ts';
import { requireStaff } from '#platform/web/require-staff.ts';
import { webContext } from '#platform/web/web-context.ts';
import { Badge } from '#ui/badge.tsx';
import { Bdi } from '#ui/bdi.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { TransferState } from '../components/transfer-state.tsx';
import { listTransfers } from '../queries/list-transfers.query.server.ts';

export async function loader({ context }: LoaderFunctionArgs) {
  const web = context.get(webContext);
  const actor = requireStaff(web);
  const lines = await web.read(listTransfers, {});
  const reader = { language: web.language, timeZone: actor.centre.timeZone };
  const shown = lines.map((line) => ({
    ...line,
    centre: textIn(line.centre, web.language),
    at: formatDay(localDay(new Date(line.at), actor.centre.timeZone), reader, 'short'),
    due:
      line.dueAt && line.state === 'sent' ? formatMoment(new Date(line.dueAt), reader, 'short') : undefined,
  }));
  return { coming: shown.filter(({ way }) => way === 'in'), going: shown.filter(({ way }) => way === 'out') };
}

type Line = Awaited<ReturnType<typeof loader>>['coming'][number];

/** Moves into this centre and out of it. */
export default function TransferListPage() {
  const t = useText('transfers');
  const { coming, going } = useLoaderData<typeof loader>();
  const table = (rows: Line[], way: 'in' | 'out') => (
    <DataTable
      caption={t(`list.${way}`)}
      rows={rows}
      rowId={(line) => line.id}
      empty={
        <EmptyState title={t(`list.${way}-empty`)} icon="people">
          {t(`list.${way}-empty-text`)}
        </EmptyState>
      }
      columns={[
        {
          id: 'who',
          label: t('list.who'),
          cell: (line) => (
            <Link to={`/staff/transfers/${line.id}`}>
              {line.person ? (
                <>
                  <Bdi>{line.person.name}</Bdi> · <Bdi ltr>{line.person.fileNo}</Bdi>
                </>
              ) : (
                t('list.unopened')
              )}
            </Link>
          ),
        },
        { id: 'centre', label: t(`list.centre-${way}`), cell: (line) => <Bdi>{line.centre}</Bdi> },
        {
          id: 'state',
          label: t('list.state'),
          cell: (line) => (
            <>
              <TransferState state={line.state} /> {line.urgent && <Badge tone="danger">{t('urgent')}</Badge>}
            </>
          ),
        },
        { id: 'at', label: t('list.at'), cell: (line) => line.at },
        {
          id: 'due',
          label: t('list.due'),
          cell: (line) =>
            line.due ? (
              <>
                {line.due} {line.overdue && <Badge tone="attention">{t('overdue')}</Badge>}
              </>
            ) : (
              '–'
            ),
        },
      ]}
    />
  );
  return (
    <div className="page grid grid-cols-[minmax(0,1fr)] gap-6">
      <PageHeader title={t('list.title')} note={t('list.note')}>
        <LinkButton icon="search" to="/staff/asks">
          {t('list.ask')}
        </LinkButton>
      </PageHeader>
      {table(coming, 'in')}
      {table(going, 'out')}
    </div>
  );
}
