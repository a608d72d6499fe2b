import { type LoaderFunctionArgs, Link, useLoaderData } from 'react-router';
import { countryOptions, textIn } from '#modules/centres/index.server.ts';
import { formatDay } from '#platform/language/format-date.ts';
import { useText } from '#platform/web/page-texts.ts';
import { requireStaff } from '#platform/web/require-staff.ts';
import { webContext } from '#platform/web/web-context.ts';
import { Badge } from '#ui/badge.tsx';
import { Bdi } from '#ui/bdi.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { CentreStatus } from '../components/centre-status.tsx';
import { NetworkTabs } from '../components/network-tabs.tsx';
import { listCentres } from '../queries/list-centres.query.server.ts';

export async function loader({ context, request }: LoaderFunctionArgs) {
  const web = context.get(webContext);
  const actor = requireStaff(web);
  const { centres } = await web.read(listCentres, {});
  const countries = new Map(countryOptions(web.language).map(({ value, label }) => [value, label]));
  const reader = { language: web.language, timeZone: actor.centre.timeZone };
  return {
    saved: new URL(request.url).searchParams.has('saved'),
    centres: centres.map((centre) => ({
      ...centre,
      name: textIn(centre.name, web.language),
      country: countries.get(centre.country) ?? centre.country,
      sites: centre.sites.filter(({ active }) => active).map(({ name }) => textIn(name, web.language)),
      lastActive: centre.lastActiveOn ? formatDay(centre.lastActiveOn, reader, 'short') : undefined,
    })),
  };
}

/** Every centre of the network: how it stands and how many work there. */
export default function NetworkPage() {
  const t = useText('network');
  const { centres, saved } = useLoaderData<typeof loader>();
  return (
    <div className="page grid gap-6">
      <PageHeader title={t('centres.title')} note={t('centres.note')}>
        <LinkButton tone="primary" icon="add" to="/staff/network/new">
          {t('centres.open')}
        </LinkButton>
      </PageHeader>
      <NetworkTabs />
      {saved && <Notice tone="success" title={t('common:form.saved')} live />}
      <DataTable
        caption={t('centres.caption')}
        rows={centres}
        rowId={(centre) => centre.id}
        columns={[
          {
            id: 'name',
            label: t('centres.name'),
            cell: (centre) => (
              <>
                <Link to={`/staff/network/centres/${centre.id}`}>
                  <Bdi>{centre.name}</Bdi>
                </Link>{' '}
                {centre.own && <Badge tone="teal">{t('centres.own')}</Badge>}
              </>
            ),
          },
          {
            id: 'status',
            label: t('centres.status'),
            cell: (centre) => <CentreStatus status={centre.status} />,
          },
          { id: 'country', label: t('centres.country'), cell: (centre) => centre.country },
          {
            id: 'sites',
            label: t('centres.sites'),
            cell: (centre) => centre.sites.map((site) => <div key={site}>{<Bdi>{site}</Bdi>}</div>),
          },
          {
            id: 'staff',
            label: t('centres.staff'),
            cell: (centre) => (
              <>
                {t('centres.active', { count: centre.activeStaff })}
                {centre.invitedStaff > 0 && <> · {t('centres.invited', { count: centre.invitedStaff })}</>}
                {centre.coordinators === 0 && (
                  <>
                    {' '}
                    <Badge tone="attention">{t('centres.no-coordinator')}</Badge>
                  </>
                )}
              </>
            ),
          },
          {
            id: 'last',
            label: t('centres.last-active'),
            cell: (centre) => centre.lastActive ?? t('centres.never'),
          },
        ]}
      />
    </div>
  );
}
