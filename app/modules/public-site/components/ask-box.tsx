import { useText } from '#platform/web/page-texts.ts';
import { SiteIcon } from './site-icon.tsx';

/** At the end of every page: a person who answers. */
export function AskBox({ language }: { language: string }) {
  const t = useText('site');
  return (
    <aside className="card sand">
      <h2>{t('guide.ask')}</h2>
      <p>{t('guide.askText')}</p>
      <p className="actions">
        <a className="action" data-first="" data-live="" href={`/${language}/ask`}>
          <SiteIcon name="ask" />
          {t('frame.ask')}
        </a>
        <a className="action" href={`/${language}/visit`}>
          <SiteIcon name="place" />
          {t('visit.title')}
        </a>
      </p>
    </aside>
  );
}
