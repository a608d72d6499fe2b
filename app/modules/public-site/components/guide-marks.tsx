import { formatDay } from '#platform/language/format-date.ts';
import { interfaceLanguage } from '#platform/language/interface-languages.ts';
import { usePageTexts, useText } from '#platform/web/page-texts.ts';
import type { GuideView } from '../guide-view.ts';

/** What a reader must know before they rely on a page: how fresh it is, and whether its words were checked. */
export function GuideMarks({ view }: { view: GuideView }) {
  const t = useText('site');
  const { language } = usePageTexts();
  const { isFallback, isDraft, isOverdue, verifiedOn, reviewDue } = view;
  const original = interfaceLanguage(view.sourceLanguage);
  return (
    <>
      <p className="soft">
        {verifiedOn
          ? t('guide.checkedOn', { date: formatDay(verifiedOn, { language }) })
          : t('guide.notChecked')}
      </p>
      {isOverdue && reviewDue && (
        <p className="mark" data-tone="attention">
          {t('guide.overdue', { date: formatDay(reviewDue, { language }) })}
        </p>
      )}
      {isFallback && (
        <p className="mark" data-tone="info">
          <b>{t('guide.fallbackTitle')}</b> {t('guide.fallbackText')}{' '}
          <bdi lang={view.language}>{interfaceLanguage(view.language).ownName}</bdi>
        </p>
      )}
      {!view.isWhole && (
        <p className="mark" data-tone="info">
          {t('guide.notWhole')}
        </p>
      )}
      {!isFallback && isDraft && (
        <p className="mark" data-tone="attention">
          <b>{t('guide.draftTitle')}</b> {t('guide.draftText')}{' '}
          <a href={`/${original.code}/guides/${view.slug}`} lang={original.code} hrefLang={original.code}>
            {original.ownName}
          </a>
        </p>
      )}
    </>
  );
}
