import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { formatDay } from '#platform/language/format-date.ts';
import { localDay } from '#platform/language/local-day.ts';
import { usePageTexts, useText } from '#platform/web/page-texts.ts';
import { requireStaff } from '#platform/web/require-staff.ts';
import { webContext } from '#platform/web/web-context.ts';
import { Badge } from '#ui/badge.tsx';
import { Bdi } from '#ui/bdi.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { stateTone } from '../components/state-tone.ts';
import { useNumber } from '../components/use-number.ts';
import { listImports } from '../queries/list-imports.query.server.ts';

export async function loader({ context }: LoaderFunctionArgs) {
  const web = context.get(webContext);
  const actor = requireStaff(web);
  const imports = await web.read(listImports, {});
  return {
    imports: imports.map((each) => ({ ...each, day: localDay(each.at, actor.centre.timeZone) })),
  };
}

export default function ImportListPage() {
  const t = useText('imports');
  const number = useNumber();
  const { language } = usePageTexts();
  const { imports } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title={t('list.title')}
        note={t('list.note')}
        back={{ to: '/staff/centre', label: t('list.back') }}
      >
        <LinkButton tone="primary" icon="add" to="/staff/imports/new">
          {t('new.title')}
        </LinkButton>
      </PageHeader>
      <DataTable
        caption={t('list.caption')}
        rows={imports}
        rowId={(row) => row.id}
        columns={[
          {
            id: 'file',
            label: t('list.file'),
            heading: true,
            cell: (row) => (
              <Link to={row.id}>{row.fileName ? <Bdi>{row.fileName}</Bdi> : t('list.file-gone')}</Link>
            ),
          },
          {
            id: 'state',
            label: t('list.state'),
            cell: (row) => <Badge tone={stateTone(row.state)}>{t(`state.${row.state}`)}</Badge>,
          },
          { id: 'rows', label: t('count.rows'), align: 'end', cell: (row) => number(row.counts.rows) },
          {
            id: 'people',
            label: t('count.madePeople'),
            align: 'end',
            cell: (row) => number(row.counts.madePeople),
          },
          { id: 'by', label: t('list.by'), cell: (row) => row.by && <Bdi>{row.by}</Bdi> },
          { id: 'day', label: t('list.day'), cell: (row) => formatDay(row.day, { language }, 'short') },
        ]}
        empty={
          <EmptyState title={t('list.empty')} icon="people">
            {t('list.empty-text')}
          </EmptyState>
        }
      />
    </>
  );
}
