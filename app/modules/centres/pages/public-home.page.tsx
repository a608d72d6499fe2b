import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { ownLanguageName } from '#platform/code-lists/client-languages.ts';
import { formatDay } from '#platform/language/format-date.ts';
import { isInterfaceLanguage } from '#platform/language/interface-languages.ts';
import { notFound } from '#platform/problem.ts';
import { usePageTexts, useText } from '#platform/web/page-texts.ts';
import { webContext } from '#platform/web/web-context.ts';
import { Logo } from '#ui/logo.tsx';
import { Arcade } from '../components/arcade.tsx';
import { PublicLanguages } from '../components/public-languages.tsx';
import { PublicSiteCards, phoneLink } from '../components/public-site-card.tsx';
import { loadPublicCentre } from '../load-public-centre.server.ts';
import type { PublicCentre } from '../public-centre.ts';

export async function loader({ context, params }: LoaderFunctionArgs) {
  const web = context.get(webContext);
  if (params.language !== undefined && !isInterfaceLanguage(params.language)) throw notFound();
  return { centre: await loadPublicCentre(web.house, web.language) };
}

/** The first page: who we are, when and where, how to call. Nothing to fill in, nothing to load. */
export default function PublicHome() {
  const { centre } = useLoaderData<typeof loader>();
  return centre ? <CentreHome centre={centre} /> : <NotYetOpen />;
}

function CentreHome({ centre }: { centre: PublicCentre }) {
  const t = useText('public');
  const { language } = usePageTexts();
  const phone = centre.sites.flatMap((site) => site.phones)[0]?.number;
  const spoken = centre.spokenLanguages.map(ownLanguageName);
  return (
    <>
      <title>{centre.name}</title>
      <header className="hero">
        <div className="wide">
          <PublicLanguages languages={centre.pageLanguages} />
          <h1 className="hero-name">
            <Logo />
            <bdi>{centre.name}</bdi>
          </h1>
          <p className="hero-lead">{t('home.lead')}</p>
          <p className="actions">
            {phone && (
              <a className="action" data-first href={phoneLink(phone)}>
                {t('home.call')} <bdi dir="ltr">{phone}</bdi>
              </a>
            )}
            <a className="action" href="#visit">
              {t('home.visit')}
            </a>
          </p>
        </div>
        <Arcade />
      </header>
      <main id="main" className="wide">
        <div className="cards">
          <section className="card sand">
            <h2>{t('promise.title')}</h2>
            <ul className="services">
              {['free', 'noName', 'decide', 'private'].map((key) => (
                <li key={key}>{t(`promise.${key}`)}</li>
              ))}
            </ul>
          </section>
          {centre.services.length > 0 && (
            <section className="card">
              <h2>{t('services.title')}</h2>
              <ul className="services">
                {centre.services.map((code) => (
                  <li key={code}>{t(`code-lists:service.${code}`)}</li>
                ))}
              </ul>
            </section>
          )}
        </div>
        <div className="cards" id="visit">
          {centre.sites.map((site) => (
            <PublicSiteCards key={site.name} site={site} onlyOne={centre.sites.length === 1} />
          ))}
          <section className="card">
            <h2>{t('spoken.title')}</h2>
            <ul className="tags">
              {spoken.map((name) => (
                <li key={name}>{name}</li>
              ))}
            </ul>
            <p className="soft">{t('spoken.others')}</p>
          </section>
        </div>
        <details>
          <summary>{t('leave.about')}</summary>
          <p>{t('leave.does')}</p>
          <p>{t('leave.cannot')}</p>
        </details>
      </main>
      <footer className="wide foot">
        <span>
          {centre.checkedOn && t('home.checkedOn', { date: formatDay(centre.checkedOn, { language }) })}
        </span>
        <a href="/staff">{t('home.staffDoor')}</a>
      </footer>
    </>
  );
}

function NotYetOpen() {
  const t = useText('public');
  return (
    <main id="main" className="problem">
      <title>{t('notYet.title')}</title>
      <Logo />
      <h1>{t('notYet.title')}</h1>
      <p>{t('notYet.text')}</p>
    </main>
  );
}
