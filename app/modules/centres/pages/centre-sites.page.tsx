import { type LoaderFunctionArgs, Link, useLoaderData } from 'react-router';
import { usePageTexts, useText } from '#platform/web/page-texts.ts';
import { requireStaff } from '#platform/web/require-staff.ts';
import { webContext } from '#platform/web/web-context.ts';
import { Badge } from '#ui/badge.tsx';
import { Bdi } from '#ui/bdi.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { settingOf } from '../centre-settings.ts';
import { CentreTabs } from '../components/centre-tabs.tsx';
import { HoursSummary } from '../components/hours-summary.tsx';
import { SavedToast } from '../components/saved-toast.tsx';
import { textIn } from '../local-text.ts';
import { mayUseCentre } from '../may-use-centre.ts';
import { viewCentre } from '../queries/view-centre.query.server.ts';

export async function loader({ context }: LoaderFunctionArgs) {
  const web = context.get(webContext);
  const actor = requireStaff(web);
  const { sites, settings, defaultLanguage } = await web.read(viewCentre, {});
  return {
    sites,
    defaultLanguage,
    weekStart: Number(settingOf(settings, 'calendar.week-start')),
    may: mayUseCentre(web.house.policy, actor),
  };
}

/** Where people are met, and when. */
export default function CentreSitesPage() {
  const t = useText('centres');
  const codes = useText('code-lists');
  const { language } = usePageTexts();
  const { sites, defaultLanguage, weekStart, may } = useLoaderData<typeof loader>();
  const text = (from: Record<string, string>) => textIn(from, language, [defaultLanguage]);
  return (
    <div className="page">
      <SavedToast />
      <PageHeader title={t('sites.title')} note={t('sites.note')}>
        {may.edit && (
          <LinkButton to="/staff/centre/sites/new" tone="primary" icon="add">
            {t('sites.add')}
          </LinkButton>
        )}
      </PageHeader>
      <CentreTabs may={may} />
      <DataTable
        caption={t('sites.caption', { count: sites.length })}
        rows={sites}
        rowId={(site) => site.id}
        columns={[
          {
            id: 'name',
            label: t('site.name'),
            cell: (site) => (
              <>
                {may.edit ? (
                  <Link to={`/staff/centre/sites/${site.id}`}>
                    <Bdi>{text(site.name)}</Bdi>
                  </Link>
                ) : (
                  <Bdi>{text(site.name)}</Bdi>
                )}{' '}
                {!site.active && <Badge>{t('site.closed')}</Badge>}{' '}
                {site.addressHidden && <Badge tone="attention">{t('site.hidden-short')}</Badge>}
              </>
            ),
          },
          { id: 'type', label: t('site.type'), cell: (site) => codes(`siteType.${site.type}`) },
          {
            id: 'hours',
            label: t('hours.title'),
            cell: (site) => <HoursSummary hours={site.hours} weekStart={weekStart} />,
          },
          { id: 'phone', label: t('site.phone'), cell: (site) => site.phone && <Bdi ltr>{site.phone}</Bdi> },
        ]}
      />
    </div>
  );
}
