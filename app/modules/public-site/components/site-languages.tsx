import { interfaceLanguage } from '#platform/language/interface-languages.ts';
import { useText } from '#platform/web/page-texts.ts';

interface Props {
  /** The language of this page. */
  language: string;
  languages: readonly string[];
  /** The address of this page without its language, such as `/ask`; empty for the first page. */
  path: string;
}

/** The same page in another language, each named in its own script. */
export function SiteLanguages({ language, languages, path }: Props) {
  const t = useText('site');
  if (languages.length < 2) return null;
  return (
    <nav className="languages" aria-label={t('frame.otherLanguage')}>
      {languages.map(interfaceLanguage).map(({ code, dir, ownName }) => (
        <a
          key={code}
          href={`/${code}${path}`}
          lang={code}
          dir={dir}
          hrefLang={code}
          {...(code === language && { 'aria-current': 'page' })}
        >
          {ownName}
        </a>
      ))}
    </nav>
  );
}
