import { interfaceLanguage } from '#platform/language/interface-languages.ts';
import { usePageTexts, useText } from '#platform/web/page-texts.ts';

/** The same page in another language, each named in its own script. */
export function PublicLanguages({ languages }: { languages: readonly string[] }) {
  const t = useText('public');
  const { language } = usePageTexts();
  return (
    <nav className="languages" aria-label={t('home.otherLanguage')}>
      {languages.map(interfaceLanguage).map((each) =>
        each.code === language ? (
          <b key={each.code} aria-current="page">
            {each.ownName}
          </b>
        ) : (
          <a
            key={each.code}
            href={`/${each.code}`}
            lang={each.code}
            dir={each.dir}
            hrefLang={each.code}
            rel="alternate"
          >
            {each.ownName}
          </a>
        ),
      )}
    </nav>
  );
}
