import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { showProof, viewBackups } from '#modules/backups/index.server.ts';
import { ProofNotice } from '#modules/backups/index.tsx';
import { languageName } from '#platform/code-lists/client-languages.ts';
import { countryName } from '#platform/code-lists/countries.ts';
import { formatMoment } from '#platform/language/format-date.ts';
import { interfaceLanguage } from '#platform/language/interface-languages.ts';
import { usePageTexts, useText } from '#platform/web/page-texts.ts';
import { requireStaff } from '#platform/web/require-staff.ts';
import { type Web, webContext } from '#platform/web/web-context.ts';
import { Badge } from '#ui/badge.tsx';
import { Bdi } from '#ui/bdi.tsx';
import { Card } from '#ui/card.tsx';
import { Facts } from '#ui/facts.tsx';
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
  const centre = await web.read(viewCentre, {});
  const may = mayUseCentre(web.house.policy, actor);
  return {
    centre,
    proof: may.backups ? await readProof(web, actor.centre.timeZone) : null,
    country: countryName(centre.country, web.language),
    spoken: new Intl.ListFormat(web.language, { type: 'unit', style: 'short' }).format(
      centre.clientLanguages.map((code) => languageName(code, web.language)),
    ),
    may,
  };
}

/** Whoever answers for the machine sees at once whether it would come back. */
async function readProof(web: Web, timeZone: string) {
  const seen = await web.read(viewBackups, {});
  const reader = { language: web.language, timeZone };
  return seen.isExternal
    ? null
    : showProof(seen, web.t('backups'), (at) => formatMoment(at, reader, 'short'));
}

/** The centre at a glance: what hangs on its door, and what it offers. */
export default function CentreOverviewPage() {
  const t = useText('centres');
  const codes = useText('code-lists');
  const { language } = usePageTexts();
  const { centre, country, spoken, may, proof } = useLoaderData<typeof loader>();
  const text = (from: Record<string, string>) => textIn(from, language, [centre.defaultLanguage]);
  const weekStart = Number(settingOf(centre.settings, 'calendar.week-start'));
  const edit = (to: string) =>
    may.edit && (
      <LinkButton to={to} tone="quiet" size="small" icon="edit">
        {t('common:action.edit')}
      </LinkButton>
    );
  return (
    <div className="page">
      <SavedToast />
      <PageHeader
        title={<Bdi>{text(centre.name)}</Bdi>}
        tabTitle={t('overview.profile')}
        note={`${codes(`centreKind.${centre.kind}`)} · ${country}`}
      >
        <LinkButton to="/" reloadDocument icon="person">
          {t('overview.public-page')}
        </LinkButton>
      </PageHeader>
      <CentreTabs may={may} />
      {proof && (
        <div className="mb-5">
          <ProofNotice {...proof} link />
        </div>
      )}
      <div className="grid gap-5 lg:grid-cols-2 lg:items-start">
        <Card title={t('overview.profile')} aside={edit('/staff/centre/profile')} id="profile">
          <Facts
            facts={[
              { label: t('overview.name'), value: <Names names={centre.name} /> },
              { label: t('overview.context'), value: codes(`migrationContext.${centre.context}`) },
              { label: t('profile.country'), value: country },
              { label: t('profile.time-zone'), value: <Bdi ltr>{centre.timeZone}</Bdi> },
              { label: t('overview.calendar'), value: t(`common:date.calendarName.${centre.calendar}`) },
              { label: t('profile.phone'), value: centre.phone && <Bdi ltr>{centre.phone}</Bdi> },
              { label: t('profile.email'), value: centre.email && <Bdi ltr>{centre.email}</Bdi> },
              {
                label: t('profile.address'),
                value: text(centre.address) && <Lines text={text(centre.address)} />,
              },
              { label: t('overview.files'), value: <Bdi ltr>{centre.filePrefix}</Bdi> },
            ]}
          />
        </Card>
        <Card title={t('overview.languages')} aside={edit('/staff/centre/languages')} id="languages">
          <Facts
            facts={[
              {
                label: t('overview.pages'),
                value: centre.languages.map((code) => interfaceLanguage(code).ownName).join(' · '),
              },
              { label: t('overview.spoken'), value: spoken },
              {
                label: t('overview.services'),
                value: t('services.count', { count: centre.services.length }),
              },
            ]}
          />
        </Card>
        {centre.sites.map((site) => (
          <Card
            key={site.id}
            id={`site-${site.id}`}
            title={
              <span>
                <Bdi>{text(site.name)}</Bdi> {!site.active && <Badge>{t('site.closed')}</Badge>}{' '}
                {site.addressHidden && <Badge tone="attention">{t('site.hidden-short')}</Badge>}
              </span>
            }
            aside={edit(`/staff/centre/sites/${site.id}`)}
          >
            <Facts
              facts={[
                { label: t('site.type'), value: codes(`siteType.${site.type}`) },
                { label: t('hours.title'), value: <HoursSummary hours={site.hours} weekStart={weekStart} /> },
                {
                  label: t('site.address'),
                  value: text(site.address) && <Lines text={text(site.address)} />,
                },
                { label: t('profile.phone'), value: site.phone && <Bdi ltr>{site.phone}</Bdi> },
              ]}
            />
          </Card>
        ))}
      </div>
    </div>
  );
}

function Lines({ text }: { text: string }) {
  return (
    <span className="whitespace-pre-line" dir="auto">
      {text}
    </span>
  );
}

function Names({ names }: { names: Record<string, string> }) {
  return (
    <ul className="plain-list">
      {Object.entries(names).map(([code, name]) => (
        <li key={code} lang={code}>
          <Bdi>{name}</Bdi>
        </li>
      ))}
    </ul>
  );
}
