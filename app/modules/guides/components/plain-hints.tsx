import { useText } from '#platform/web/page-texts.ts';
import { Bdi } from '#ui/bdi.tsx';
import { Card } from '#ui/card.tsx';
import type { Hint } from '../plain-language.ts';

export interface PlainHintsProps {
  hints: readonly Hint[];
  summaryWords: number;
  summaryLimit: number;
  lang: string;
}

/** What could be plainer. Advice only: nothing waits for it. */
export function PlainHints({ hints, summaryWords, summaryLimit, lang }: PlainHintsProps) {
  const t = useText('guides');
  return (
    <Card
      id="hints"
      title={t('hint.title', { count: hints.length })}
      tone={hints.length > 0 ? 'plain' : 'sand'}
    >
      <p className="text-ink-soft">
        {t(summaryWords > summaryLimit ? 'hint.summaryLong' : 'hint.summary', {
          words: summaryWords,
          limit: summaryLimit,
        })}
      </p>
      {hints.length === 0 && <p>{t('hint.none')}</p>}
      <ul className="item-list">
        {hints.slice(0, 30).map((hint, at) => (
          <li key={at} className="item">
            <p>
              <strong>
                {t(`hint.kind.${hint.kind}`, { words: hint.words ?? 0, limit: hint.limit ?? 0 })}
              </strong>{' '}
              {hint.text && (
                <q lang={lang}>
                  <Bdi>{hint.text}</Bdi>
                </q>
              )}
            </p>
            {hint.plainer && (
              <p>
                {t('hint.plainer')} <b lang="en">{hint.plainer}</b>
              </p>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
