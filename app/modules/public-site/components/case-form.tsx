import { useText } from '#platform/web/page-texts.ts';

interface Props {
  questions: readonly { key: string; values: readonly string[] }[];
  chosen: Readonly<Record<string, string | undefined>>;
  action: string;
}

/** A few questions, each of which may stay open; the answer is an address, so nothing is kept anywhere. */
export function CaseForm({ questions, chosen, action }: Props) {
  const t = useText('site');
  if (questions.length === 0) return null;
  return (
    <details className="card sand case" open={Object.keys(chosen).length === 0} data-live="">
      <summary>{t('checklist.myCase')}</summary>
      <form action={action}>
        {questions.map(({ key, values }) => (
          <fieldset key={key}>
            <legend>{t(`checklist.question.${key}`)}</legend>
            {['', ...values].map((value) => (
              <label key={value}>
                <input type="radio" name={key} value={value} defaultChecked={(chosen[key] ?? '') === value} />
                {answer(key, value)}
              </label>
            ))}
          </fieldset>
        ))}
        <p className="actions">
          <button type="submit" className="action" data-first="">
            {t('checklist.show')}
          </button>
          <a className="action" href={action}>
            {t('checklist.everybody')}
          </a>
        </p>
      </form>
    </details>
  );

  function answer(key: string, value: string): string {
    if (value === '') return t('checklist.none');
    return value === 'yes' ? t('checklist.yes') : t(`checklist.${key}.${value}`);
  }
}
