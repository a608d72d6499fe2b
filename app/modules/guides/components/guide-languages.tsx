import { interfaceLanguage } from '#platform/language/interface-languages.ts';
import { useText } from '#platform/web/page-texts.ts';
import { Badge } from '#ui/badge.tsx';
import { Card } from '#ui/card.tsx';
import { LinkButton } from '#ui/link-button.tsx';

export interface GuideLanguagesProps {
  pageId: string;
  slug: string;
  sourceLanguage: string;
  isOut: boolean;
  languages: readonly string[];
  translations: readonly {
    language: string;
    status: 'draft' | 'checked';
    isBehind: boolean;
    isOut: boolean;
    isNew: boolean;
  }[];
  audio: readonly string[];
  mayTranslate: boolean;
}

/** The page in every language: what there is, how far to trust it, whether readers have it. */
export function GuideLanguages(props: GuideLanguagesProps) {
  const { pageId, slug, sourceLanguage, isOut, languages, translations, audio, mayTranslate } = props;
  const t = useText('guides');
  return (
    <Card id="languages" title={t('languages.title')}>
      <ul className="item-list">
        {languages.map((code) => {
          const own = translations.find(({ language }) => language === code);
          const isSource = code === sourceLanguage;
          return (
            <li key={code} className="item">
              <div className="flex flex-wrap items-center justify-between gap-2">
                <span className="flex flex-wrap items-center gap-2">
                  <bdi lang={code} className="font-semibold">
                    {interfaceLanguage(code).ownName}
                  </bdi>
                  {isSource && <Badge>{t('mark.source')}</Badge>}
                  {!isSource && !own && <Badge>{t('mark.none')}</Badge>}
                  {own && (
                    <Badge tone={own.status === 'checked' ? 'success' : 'plain'}>
                      {t(`mark.${own.status}`)}
                    </Badge>
                  )}
                  {own?.isBehind && <Badge tone="attention">{t('mark.behind')}</Badge>}
                  {own?.isOut && own.isNew && <Badge tone="teal">{t('mark.newer')}</Badge>}
                  {audio.includes(code) && <Badge tone="success">{t('mark.audio')}</Badge>}
                </span>
                <span className="toolbar">
                  {isOut && (isSource || own?.isOut) && (
                    <a href={`/${code}/guides/${slug}`} target="_blank" rel="noreferrer">
                      {t('languages.out')}
                    </a>
                  )}
                  {mayTranslate && !isSource && (
                    <LinkButton size="small" to={`/staff/guides/${pageId}/translate/${code}`}>
                      {t(own ? 'languages.edit' : 'languages.begin')}
                    </LinkButton>
                  )}
                </span>
              </div>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
