import { useText } from '#platform/web/page-texts.ts';
import type { GuideView } from '../guide-view.ts';
import { AskBox } from './ask-box.tsx';
import { GuideList } from './guide-list.tsx';

/** After the page: take it along, ask, read on. */
export function GuideAside({ view, language }: { view: GuideView; language: string }) {
  const t = useText('site');
  return (
    <>
      <section className="take">
        <a className="action" href={`/${language}/guides/${view.slug}/leaflet.pdf`}>
          {t('guide.leaflet')}
        </a>
        <p className="soft">
          {t('guide.shareText')}
          <br />
          <bdi dir="ltr" className="address-line">
            {view.address}
          </bdi>
        </p>
      </section>
      <AskBox language={language} />
      {view.related.length > 0 && (
        <nav aria-label={t('guide.related')}>
          <h2>{t('guide.related')}</h2>
          <GuideList guides={view.related} />
        </nav>
      )}
    </>
  );
}
