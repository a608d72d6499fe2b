import { codeLists } from '#platform/code-lists/code-lists.ts';
import { PageForm } from '#platform/web/page-form.tsx';
import { useText } from '#platform/web/page-texts.ts';
import { Bdi } from '#ui/bdi.tsx';
import { Card } from '#ui/card.tsx';
import { Select } from '#ui/select.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import type { UnknownWord } from '../import-settings.ts';
import type { ImportPageData } from '../pages/import.page.tsx';
import { useNumber } from './use-number.ts';

const shown = 60;

/** Words of the file that stand for nothing known: each is mapped once, or left out. */
export function UnknownWords({ page, submitted }: { page: ImportPageData; submitted: unknown }) {
  const t = useText('imports');
  const codes = useText('code-lists');
  const number = useNumber();
  const { view, choices, keys } = page;
  const unknown = view.findings?.unknown ?? [];
  if (unknown.length === 0) return null;
  const optionsOf = (list: UnknownWord['list']) => {
    if (list === 'country') return choices.countries;
    if (list === 'language') return choices.languages;
    if (list === 'yes-no') return ['yes', 'no'].map((value) => ({ value, label: t(`words.${value}`) }));
    return codeLists[list].codes.map((value) => ({ value, label: codes(`${list}.${value}`) }));
  };
  return (
    <Card title={t('words.title', { count: unknown.length, words: number(unknown.length) })} id="words">
      <p>{t('words.text')}</p>
      <PageForm formKey={keys.words} submitted={submitted} action="?do=words">
        <input type="hidden" name="version" value={view.version} />
        <ul className="item-list">
          {unknown.slice(0, shown).map((each, at) => (
            <li key={`${each.list}/${each.word}`} className="item">
              <input type="hidden" name={`words[${at}].list`} value={each.list} />
              <input type="hidden" name={`words[${at}].word`} value={each.word} />
              <Select
                name={`words[${at}].code`}
                label={<Bdi>{each.word}</Bdi>}
                hint={t('words.where', {
                  field: t(`field-name.${each.field}`),
                  count: each.count,
                  times: number(each.count),
                })}
                blank={t('words.choose')}
                options={[{ value: '-', label: t('words.leave-out') }, ...optionsOf(each.list)]}
              />
            </li>
          ))}
        </ul>
        {unknown.length > shown && <p>{t('words.more', { rest: number(unknown.length - shown) })}</p>}
        <div>
          <SubmitButton tone="secondary">{t('words.do')}</SubmitButton>
        </div>
      </PageForm>
    </Card>
  );
}
