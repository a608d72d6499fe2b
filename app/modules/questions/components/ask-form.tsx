import { useText } from '#platform/web/page-texts.ts';
import type { AskStep } from '../ask-form.server.ts';
import { type QuestionWay, questionLimits, questionWays } from '../question.ts';
import { AskError } from './ask-error.tsx';
import { AskField } from './ask-field.tsx';
import { AskProblem } from './ask-problem.tsx';

interface Props {
  sent: Extract<AskStep, { step: 'form' }>;
  language: string;
  languages: readonly { code: string; name: string }[];
}

/** The question itself. It carries its receipt, so that sending it twice asks once. */
export function AskForm({ sent, language, languages }: Props) {
  const t = useText('ask');
  const { values, refused, sum } = sent;
  const value = (name: string) => (typeof values[name] === 'string' ? values[name] : undefined);
  const error = (name: string) => refused?.fields.find((field) => field.name === name);
  const topic = value('topic') ?? '';
  const labels = Object.fromEntries(
    ['text', 'language', 'way', 'email', 'phone', 'hours', 'say'].map((name) => [name, t(`form.${name}`)]),
  );
  return (
    <>
      <h1>{t('form.heading')}</h1>
      <AskProblem problem={refused} labels={labels} />
      <form method="post" noValidate>
        <input type="hidden" name="step" value="send" />
        <input type="hidden" name="receipt" value={sent.receipt} />
        <input type="hidden" name="topic" value={topic} />
        <p>
          {t('form.about')}: <b>{t(`topic.${topic}`)}</b> ·{' '}
          <a href={`/${language}/ask`}>{t('form.change')}</a>
        </p>
        <AskError error={error('topic')} />
        {sum && (
          <div className="card sand">
            <AskField
              name="sum"
              label={t('form.sum', { first: t(`number.${sum.first}`), second: t(`number.${sum.second}`) })}
              hint={t('form.sumHint')}
              error={sum.isWrong ? { message: t('form.sumWrong') } : undefined}
            >
              {(control) => <input {...control} inputMode="numeric" autoComplete="off" size={4} />}
            </AskField>
          </div>
        )}
        <AskField
          name="text"
          label={t('form.text')}
          hint={t('form.textHint', { max: questionLimits.text })}
          error={error('text')}
        >
          {(control) => (
            <textarea
              {...control}
              rows={7}
              dir="auto"
              autoComplete="off"
              maxLength={questionLimits.text}
              defaultValue={value('text')}
            />
          )}
        </AskField>
        <fieldset className="ask-ways">
          <legend>{t('form.way')}</legend>
          <AskError error={error('way')} />
          {questionWays.map((way) => (
            <div key={way} className="ask-way">
              <input
                type="radio"
                id={way === 'code' ? 'ask-way' : `ask-way-${way}`}
                name="way"
                value={way}
                defaultChecked={(value('way') ?? 'code') === way}
                aria-describedby={`ask-way-${way}-hint`}
              />
              <label htmlFor={way === 'code' ? 'ask-way' : `ask-way-${way}`}>
                {t(`form.${wayText[way]}`)}
              </label>
              <p className="soft" id={`ask-way-${way}-hint`}>
                {t(`form.${wayText[way]}Hint`)}
              </p>
              <div className="ask-more">{more(way)}</div>
            </div>
          ))}
        </fieldset>
        <AskField name="language" label={t('form.language')} error={error('language')}>
          {(control) => (
            <select {...control} defaultValue={value('language') ?? languages[0]?.code}>
              {languages.map(({ code, name }) => (
                <option key={code} value={code} lang={code}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </AskField>
        <p className="ask-nobody" aria-hidden="true">
          <label>
            Website <input name="website" tabIndex={-1} autoComplete="off" />
          </label>
        </p>
        <p className="soft">{t('form.sealed')}</p>
        <p className="actions">
          <button className="action" data-first="">
            {t('form.send')}
          </button>
        </p>
      </form>
    </>
  );

  function more(way: QuestionWay) {
    if (way === 'code') return null;
    if (way === 'email')
      return line('email', { type: 'email', inputMode: 'email', dir: 'ltr', maxLength: 254 });
    return (
      <>
        {line('phone', { type: 'tel', dir: 'ltr', maxLength: 40 })}
        {line('hours', { dir: 'auto', maxLength: questionLimits.line }, 'hoursHint')}
        {line('say', { dir: 'auto', maxLength: questionLimits.line }, 'sayHint')}
      </>
    );
  }

  function line(name: string, attributes: object, hint?: string) {
    return (
      <AskField name={name} label={t(`form.${name}`)} hint={hint && t(`form.${hint}`)} error={error(name)}>
        {(control) => <input {...control} {...attributes} autoComplete="off" defaultValue={value(name)} />}
      </AskField>
    );
  }
}

const wayText = { code: 'wayCode', email: 'wayEmail', call: 'wayCall' } as const;
