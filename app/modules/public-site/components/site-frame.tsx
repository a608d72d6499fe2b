import type { ReactNode } from 'react';
import { formatDay } from '#platform/language/format-date.ts';
import { useText } from '#platform/web/page-texts.ts';
import { Logo } from '#ui/logo.tsx';
import type { SiteFrameData } from '../site-frame.ts';
import { SiteIcon } from './site-icon.tsx';
import { SiteLanguages } from './site-languages.tsx';

interface Props {
  frame: SiteFrameData;
  /** For the list of visited pages: what the page is about, never who offers it. */
  title: string;
  /** The address of this page without its language, with a leading slash: `/ask`. */
  path: string;
  /** Where this page stands, outermost first; the first page is there already. */
  crumbs?: readonly Crumb[];
  children: ReactNode;
}

export interface Crumb {
  label: string;
  href: string;
}

/** The frame of every public page but the first: home, search, the same page in other languages, the foot. */
export function SiteFrame({ frame, title, path, crumbs = [], children }: Props) {
  const t = useText('site');
  const { language, languages } = frame;
  return (
    <>
      <title>{title}</title>
      <Alternates languages={languages} path={path} />
      <header className="top">
        <div className="wide top-row">
          <a className="top-home" href={`/${language}`}>
            <Logo />
            <bdi>{frame.centreName}</bdi>
          </a>
          <a className="top-link" href={`/${language}/search`}>
            <SiteIcon name="search" />
            {t('frame.search')}
          </a>
        </div>
        <div className="wide">
          <SiteLanguages language={language} languages={languages} path={path} />
        </div>
      </header>
      {crumbs.length > 0 && (
        <nav className="wide crumbs" aria-label={t('frame.youAreHere')}>
          <a href={`/${language}`}>{t('frame.home')}</a>
          {crumbs.map(({ label, href }) => (
            <a key={href} href={href}>
              {label}
            </a>
          ))}
        </nav>
      )}
      <main id="main" className="wide page">
        {children}
      </main>
      <SiteFoot frame={frame} />
    </>
  );
}

/** For search engines and browsers: the same page in other languages. */
export function Alternates({ languages, path }: { languages: readonly string[]; path: string }) {
  return languages.map((code) => (
    <link key={code} rel="alternate" hrefLang={code} href={`/${code}${path}`} />
  ));
}

/** The foot of every public page. */
export function SiteFoot({ frame: { language, checkedOn, staffDoor } }: { frame: SiteFrameData }) {
  const t = useText('site');
  return (
    <footer className="foot">
      <div className="wide">
        <nav className="foot-links" aria-label={t('frame.more')}>
          <a href={`/${language}/visit`}>{t('frame.visit')}</a>
          <a href={`/${language}/ask`} data-live="">
            {t('frame.ask')}
          </a>
          <a href={`/${language}/notices`}>{t('frame.notices')}</a>
          <a href={`/${language}/about-this-site`}>{t('frame.about')}</a>
          <a href={staffDoor} data-live="">
            {t('frame.staffDoor')}
          </a>
        </nav>
        {checkedOn && <p>{t('frame.checkedOn', { date: formatDay(checkedOn, { language }) })}</p>}
      </div>
    </footer>
  );
}
