import { interfaceLanguage } from '#platform/language/interface-languages.ts';
import { useText } from '#platform/web/page-texts.ts';
import { Badge } from '#ui/badge.tsx';

export interface TranslationMark {
  language: string;
  status: 'draft' | 'checked';
  isBehind: boolean;
}

/** Languages of a page, each with how far it can be trusted, in words too. */
export function TranslationMarks({ translations }: { translations: readonly TranslationMark[] }) {
  const t = useText('guides');
  if (translations.length === 0) return <>–</>;
  return (
    <span className="inline-flex flex-wrap gap-1">
      {translations.map(({ language, status, isBehind }) => {
        const mark = isBehind ? 'behind' : status;
        return (
          <Badge key={language} tone={isBehind ? 'attention' : status === 'checked' ? 'success' : 'plain'}>
            <bdi lang={language}>{interfaceLanguage(language).ownName}</bdi>
            <span className="font-normal">{t(`mark.${mark}`)}</span>
          </Badge>
        );
      })}
    </span>
  );
}
