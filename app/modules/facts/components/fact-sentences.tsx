import { interfaceLanguage } from '#platform/language/interface-languages.ts';
import { useText } from '#platform/web/page-texts.ts';
import { Badge } from '#ui/badge.tsx';
import { Card } from '#ui/card.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { type SentenceRow, sentenceState } from '../sentence-state.ts';

export interface FactSentencesProps {
  texts: readonly (SentenceRow & { language: string; statement: string })[];
  languages: readonly string[];
  version: number;
  mayTranslate: boolean;
}

const tones = { none: 'plain', behind: 'attention', draft: 'plain', checked: 'success' } as const;

/** The sentence in every language, each with how far to trust it. */
export function FactSentences({ texts, languages, version, mayTranslate }: FactSentencesProps) {
  const t = useText('facts');
  return (
    <Card
      id="sentences"
      title={t('sentences.title')}
      aside={
        mayTranslate && (
          <LinkButton to="translations" size="small">
            {t('sentences.edit')}
          </LinkButton>
        )
      }
    >
      <ul className="plain-list">
        {languages.map((code) => {
          const { ownName, dir } = interfaceLanguage(code);
          const text = texts.find(({ language }) => language === code);
          const state = sentenceState(text, version);
          return (
            <li key={code} className="item">
              <p className="item-head">
                <bdi lang={code}>{ownName}</bdi> <Badge tone={tones[state]}>{t(`sentences.${state}`)}</Badge>
              </p>
              {text && (
                <p lang={code} dir={dir}>
                  {text.statement}
                </p>
              )}
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
