import { interfaceLanguage } from '#platform/language/interface-languages.ts';
import { useText } from '#platform/web/page-texts.ts';

/** The same page with the guide in another language, each named in its own script. */
export function LanguageChoice({ languages, language }: { languages: readonly string[]; language: string }) {
  const t = useText('decisions');
  return (
    <nav className="toolbar decide-languages" aria-label={t('language')}>
      {languages.map(interfaceLanguage).map(({ code, ownName, dir }) => (
        <a
          key={code}
          className="button"
          data-tone="secondary"
          data-size="small"
          href={`?in=${code}`}
          lang={code}
          dir={dir}
          {...(code === language && { 'aria-current': 'page' as const })}
        >
          {ownName}
        </a>
      ))}
    </nav>
  );
}
