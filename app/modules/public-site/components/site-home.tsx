import { useText } from '#platform/web/page-texts.ts';
import { Logo } from '#ui/logo.tsx';
import type { HomeView } from '../home-view.ts';
import { Arcade } from './arcade.tsx';
import { CorridorList } from './corridor-list.tsx';
import { DoorTiles } from './door-tiles.tsx';
import { LeaveHelp } from './leave-help.tsx';
import { NoticeStrip } from './notice-strip.tsx';
import { Pictogram } from './pictogram.tsx';
import { SearchForm } from './search-form.tsx';
import { phoneLink } from './site-card.tsx';
import { Alternates, SiteFoot } from './site-frame.tsx';
import { SiteIcon } from './site-icon.tsx';
import { SiteLanguages } from './site-languages.tsx';
import { TopicList } from './topic-list.tsx';

/** The first page. What someone in a hurry needs comes first; what explains us comes last. */
export function SiteHome({ home: { frame, centre, notices, corridors, topics } }: { home: HomeView }) {
  const t = useText('site');
  const { language, languages } = frame;
  const phone = centre.sites.flatMap((site) => site.phones)[0]?.number;
  return (
    <>
      <title>{t('home.title')}</title>
      <Alternates languages={languages} path="" />
      <header className="hero">
        <div className="wide">
          <SiteLanguages language={language} languages={languages} path="" />
          <h1 className="hero-name">
            <Logo />
            <bdi>{frame.centreName}</bdi>
          </h1>
          <p className="hero-lead">{t('home.lead')}</p>
        </div>
        <Arcade />
      </header>
      <main id="main" className="wide page">
        <NoticeStrip notices={notices} />
        <h2>{t('door.title')}</h2>
        <DoorTiles language={language} />
        <SearchForm language={language} />
        <ul className="tiles">
          {phone && (
            <li>
              <a className="tile" href={phoneLink(phone)}>
                <Pictogram name="phone" />
                <span>
                  <b>{t('help.callUs')}</b>
                  <small>
                    <bdi dir="ltr">{phone}</bdi>
                  </small>
                </span>
              </a>
            </li>
          )}
          <li>
            <a className="tile" href={`/${language}/visit`}>
              <Pictogram name="house" />
              <span>
                <b>{t('visit.title')}</b>
                <small>{t('home.visitText')}</small>
              </span>
            </a>
          </li>
          <li data-live="">
            <a className="tile" href={`/${language}/ask`}>
              <Pictogram name="hand" />
              <span>
                <b>{t('home.ask')}</b>
                <small>{t('home.askText')}</small>
              </span>
            </a>
          </li>
          <li data-live="">
            <a className="tile" href={`/${language}/decide`}>
              <Pictogram name="scales" />
              <span>
                <b>{t('home.decide')}</b>
                <small>{t('home.decideText')}</small>
              </span>
            </a>
          </li>
        </ul>
        {corridors.length > 0 && (
          <section>
            <h2>{t('home.corridors')}</h2>
            <CorridorList corridors={corridors} language={language} />
          </section>
        )}
        {topics.length > 0 && (
          <section>
            <h2>{t('home.topics')}</h2>
            <TopicList topics={topics} />
          </section>
        )}
        <Promise />
        <LeaveHelp />
      </main>
      <SiteFoot frame={frame} />
    </>
  );
}

function Promise() {
  const t = useText('public');
  return (
    <section className="card sand">
      <h2>{t('promise.title')}</h2>
      <ul className="promises">
        {['free', 'noName', 'decide', 'private'].map((key) => (
          <li key={key}>
            <SiteIcon name="check" />
            {t(`promise.${key}`)}
          </li>
        ))}
      </ul>
    </section>
  );
}
