import { useRef } from 'react';
import { useFetcher } from 'react-router';
import { useText } from '#platform/web/page-texts.ts';
import { Bdi } from '#ui/bdi.tsx';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { fieldId } from '#ui/form-state.ts';
import { useHydrated } from '#ui/use-hydrated.ts';

export interface PickedFact {
  code: string;
  statement: string;
  value: string;
}

/** Puts text where the cursor stands in the body, with room around a block. */
function insertIntoBody(text: string, isBlock: boolean) {
  const body = document.getElementById(fieldId('body'));
  if (!(body instanceof HTMLTextAreaElement)) return;
  const { selectionStart: at, selectionEnd: end, value } = body;
  const before = isBlock && at > 0 && !value.slice(0, at).endsWith('\n\n') ? '\n\n' : '';
  const after = isBlock && !value.slice(end).startsWith('\n') ? '\n\n' : '';
  body.setRangeText(`${before}${text}${after}`, at, end, 'end');
  body.focus();
}

/**
 * Finds facts by a word and puts them into the body. Without script the search is a button of the form, which keeps what
 * was typed, and each fact shows what to copy.
 */
export function FactPicker({ found, text }: { found: readonly PickedFact[]; text?: string }) {
  const t = useText('guides');
  const hydrated = useHydrated();
  const field = useRef<HTMLInputElement>(null);
  const fetcher = useFetcher<{ facts: PickedFact[] }>();
  const facts = fetcher.data?.facts ?? found;
  const search = () =>
    void fetcher.load(`/staff/facts?${new URLSearchParams({ text: field.current?.value ?? '' })}`);
  return (
    <Card id="facts" title={t('picker.title')}>
      <p>{t(hydrated ? 'picker.textScript' : 'picker.text')}</p>
      <div className="toolbar">
        <input
          ref={field}
          className="input max-w-64"
          name="factText"
          type="search"
          aria-label={t('picker.search')}
          placeholder={t('picker.search')}
          defaultValue={text}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return;
            event.preventDefault();
            search();
          }}
        />
        <Button
          type={hydrated ? 'button' : 'submit'}
          name="intent"
          value="facts"
          tone="secondary"
          icon="search"
          onClick={hydrated ? search : undefined}
        >
          {t('common:action.search')}
        </Button>
      </div>
      <ul className="item-list max-h-[26rem] overflow-y-auto" aria-live="polite">
        {facts.length === 0 && <li className="item text-ink-soft">{t('picker.nothing')}</li>}
        {facts.slice(0, 12).map((fact) => (
          <li key={fact.code} className="item">
            <p>
              {fact.value && (
                <strong>
                  <Bdi>{fact.value}</Bdi>
                </strong>
              )}{' '}
              <Bdi lang="en">{fact.statement}</Bdi>
            </p>
            {hydrated ? (
              <div className="toolbar">
                <Button
                  type="button"
                  size="small"
                  tone="secondary"
                  onClick={() => insertIntoBody(`::fact[${fact.code}]`, true)}
                >
                  {t('picker.whole')}
                </Button>
                <Button
                  type="button"
                  size="small"
                  tone="quiet"
                  onClick={() => insertIntoBody(`:fact[${fact.code}]`, false)}
                >
                  {t('picker.value')}
                </Button>
              </div>
            ) : (
              <p>
                <code dir="ltr">::fact[{fact.code}]</code> <code dir="ltr">:fact[{fact.code}]</code>
              </p>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
