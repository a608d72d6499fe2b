import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { loadPublicCentre } from '#modules/centres/index.server.ts';
import { ownLanguageName } from '#platform/code-lists/client-languages.ts';
import { useText, useTextMark } from '#platform/web/page-texts.ts';
import { webContext } from '#platform/web/web-context.ts';
import { GuideList } from '../components/guide-list.tsx';
import { SiteCard } from '../components/site-card.tsx';
import { SiteFrame } from '../components/site-frame.tsx';
import { SiteIcon } from '../components/site-icon.tsx';
import { guideLink } from '../guide-link.server.ts';
import { openSitePage } from '../open-site-page.server.ts';

export async function loader({ context, params }: LoaderFunctionArgs) {
  const web = context.get(webContext);
  const { site, frame } = await openSitePage(web, params.language);
  const centre = await loadPublicCentre(web.house, web.language);
  return {
    frame,
    places: centre?.sites ?? [],
    services: centre?.services ?? [],
    spoken: (centre?.spokenLanguages ?? []).map(ownLanguageName),
    contacts: site.pages
      .filter(({ type }) => type === 'service_contact')
      .map((guide) => guideLink(guide, web.language, true)),
  };
}

/** Where to find us and when, what we do, and how to reach other help. */
export default function VisitPage() {
  const { frame, places, services, spoken, contacts } = useLoaderData<typeof loader>();
  const t = useText('site');
  const words = useText('public');
  const mark = useTextMark();
  return (
    <SiteFrame frame={frame} title={t('visit.title')} path="/visit">
      <h1>{t('visit.title')}</h1>
      <div className="cards">
        {places.map((place) => (
          <SiteCard key={place.name} site={place} onlyOne={places.length === 1} />
        ))}
        {services.length > 0 && (
          <section className="card">
            <h2>{words('services.title')}</h2>
            <ul className="promises">
              {services.map((code) => (
                <li key={code}>
                  <SiteIcon name="check" />
                  <span {...mark(`code-lists:service.${code}`)}>{t(`code-lists:service.${code}`)}</span>
                </li>
              ))}
            </ul>
          </section>
        )}
        <section className="card">
          <h2>{words('spoken.title')}</h2>
          <ul className="tags">
            {spoken.map((name) => (
              <li key={name}>{name}</li>
            ))}
          </ul>
          <p className="soft">{words('spoken.others')}</p>
        </section>
      </div>
      <section className="card sand">
        <h2>{t('visit.elsewhere')}</h2>
        <p>{t('visit.elsewhereText')}</p>
      </section>
      {contacts.length > 0 && (
        <section>
          <h2>{t('visit.contacts')}</h2>
          <GuideList guides={contacts} />
        </section>
      )}
    </SiteFrame>
  );
}
