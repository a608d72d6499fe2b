import type { Direction } from '#platform/language/interface-languages.ts';
import { useText } from '#platform/web/page-texts.ts';
import { Badge } from '#ui/badge.tsx';
import { Bdi } from '#ui/bdi.tsx';
import { Checkbox } from '#ui/checkbox.tsx';
import { TextArea } from '#ui/text-area.tsx';
import type { SideBySide } from '../stale-blocks.ts';
import type { TranslationFaults } from '../translation-faults.ts';

export interface TranslationRowProps {
  at: number;
  row: SideBySide & { faults: TranslationFaults };
  hasFaults: boolean;
  sourceLanguage: string;
  language: string;
  dir: Direction;
}

/** One block of the source with its translation, and whether that says what the source says now. */
export function TranslationRow({ at, row, hasFaults, sourceLanguage, language, dir }: TranslationRowProps) {
  const t = useText('guides');
  const state = row.isCurrent ? 'current' : row.text === '' ? 'none' : 'behind';
  // Codes and marks alone run from left to right in every language.
  const isMark = /^::[a-z]+(\[[^\]]*\])?$/.test(row.source.trim());
  const { missingFacts, missingPages, otherKind } = row.faults;
  return (
    <section
      aria-label={t('translate.block', { number: at + 1 })}
      className="grid gap-3 border-t border-line pt-4 lg:grid-cols-2"
    >
      <div>
        <p className="m-0 mb-1 text-sm text-ink-soft">
          {t('translate.block', { number: at + 1 })}{' '}
          <Badge tone={state === 'current' ? 'success' : state === 'behind' ? 'attention' : 'plain'}>
            {t(`translate.${state}`)}
          </Badge>
        </p>
        <pre
          lang={sourceLanguage}
          dir="auto"
          className="m-0 whitespace-pre-wrap rounded-md bg-sand p-3 font-sans leading-relaxed"
        >
          {row.source}
        </pre>
      </div>
      <div className="[&_.field]:max-w-none [&_textarea]:min-h-16">
        <input type="hidden" name={`blocks[${at}].at`} value={at} />
        <TextArea
          name={`blocks[${at}].text`}
          label={<span className="text-sm">{t('translate.field', { number: at + 1 })}</span>}
          defaultValue={row.text}
          lang={language}
          dir={isMark ? 'ltr' : dir}
        />
        {hasFaults && (
          <div className="mt-1 text-sm text-saffron-ink" role="note">
            {missingFacts.length > 0 && (
              <p className="m-0">
                {t('translate.missingFacts')}{' '}
                <Bdi ltr>{missingFacts.map((code) => `:fact[${code}]`).join(' ')}</Bdi>
              </p>
            )}
            {missingPages.length > 0 && (
              <p className="m-0">
                {t('translate.missingPages')}{' '}
                <Bdi ltr>{missingPages.map((slug) => `page:${slug}`).join(' ')}</Bdi>
              </p>
            )}
            {otherKind && (
              <p className="m-0">{t('translate.otherKind', { kind: t(`block.${otherKind}`) })}</p>
            )}
          </div>
        )}
        <Checkbox
          name={`blocks[${at}].upToDate`}
          label={t('translate.upToDate')}
          defaultChecked={row.isCurrent}
        />
      </div>
    </section>
  );
}
