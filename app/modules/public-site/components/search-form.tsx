import { useText } from '#platform/web/page-texts.ts';
import { SiteIcon } from './site-icon.tsx';

interface Props {
  language: string;
  /** What was looked for, to show it again. */
  text?: string;
}

/** One field, one button, sent as an address: it works in every browser. A copy of the site has an index by letter instead. */
export function SearchForm({ language, text = '' }: Props) {
  const t = useText('site');
  return (
    <search>
      <form className="search" action={`/${language}/search`}>
        <label htmlFor="q">{t('search.label')}</label>
        <div className="search-row">
          <input
            id="q"
            name="q"
            type="search"
            defaultValue={text}
            maxLength={120}
            autoComplete="off"
            dir="auto"
          />
          <button type="submit">
            <SiteIcon name="search" />
            {t('search.button')}
          </button>
        </div>
      </form>
    </search>
  );
}
