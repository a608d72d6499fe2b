import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { PersonLine } from '#modules/clients/index.tsx';
import { useText } from '#platform/web/page-texts.ts';
import { requireStaff } from '#platform/web/require-staff.ts';
import { webContext } from '#platform/web/web-context.ts';
import { Bdi } from '#ui/bdi.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { guardianOfAge } from '../queries/of-age.query.server.ts';

export function loader({ context }: LoaderFunctionArgs) {
  const web = context.get(webContext);
  requireStaff(web);
  return web.read(guardianOfAge, {});
}

export default function OfAgePage() {
  const t = useText('households');
  const { people } = useLoaderData<typeof loader>();
  return (
    <>
      <title>{t('ofAge.title')}</title>
      <PageHeader
        title={t('ofAge.title')}
        note={t('ofAge.note')}
        back={{ to: '/staff/people', label: t('clients:people.title') }}
      />
      <DataTable
        caption={t('ofAge.title')}
        rows={people}
        rowId={(person) => person.id}
        columns={[
          {
            id: 'who',
            label: t('who'),
            cell: (person) => (
              <>
                <Link to={`/staff/people/${person.id}/household`}>
                  <Bdi>{person.name}</Bdi>
                </Link>{' '}
                <PersonLine person={person} />
              </>
            ),
          },
          {
            id: 'ask',
            label: t('clients:view.consent'),
            cell: (person) => (
              <LinkButton size="small" to={`/staff/people/${person.id}/consent`}>
                {t('ofAge.ask')}
              </LinkButton>
            ),
          },
        ]}
        empty={<EmptyState title={t('ofAge.empty')} icon="family" />}
      />
    </>
  );
}
