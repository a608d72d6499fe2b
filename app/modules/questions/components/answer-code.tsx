import { useText } from '#platform/web/page-texts.ts';
import type { AnswerStep } from '../answer-form.server.ts';
import { AskField } from './ask-field.tsx';
import { AskProblem } from './ask-problem.tsx';

interface Props {
  sent: Extract<AnswerStep, { step: 'code' }> | undefined;
  language: string;
}

/** The field for a receipt. It is sent in the body: an address would stay in the list of visited pages. */
export function AnswerCode({ sent, language }: Props) {
  const t = useText('ask');
  return (
    <>
      <h1>{t('answer.heading')}</h1>
      <AskProblem problem={sent?.refused} labels={{}} />
      {sent?.isUnknown && (
        <div className="ask-problem" role="alert">
          <h2>{t('answer.nothing')}</h2>
          <p>{t('answer.nothingText')}</p>
        </div>
      )}
      <form method="post">
        <input type="hidden" name="step" value="open" />
        <AskField name="receipt" label={t('answer.code')} hint={t('answer.codeHint')} error={undefined}>
          {(control) => (
            <textarea
              {...control}
              rows={2}
              dir="ltr"
              className="ask-receipt-field"
              autoComplete="off"
              autoCapitalize="none"
              autoCorrect="off"
              spellCheck={false}
              translate="no"
              maxLength={400}
              defaultValue={sent?.typed}
            />
          )}
        </AskField>
        <p className="actions">
          <button className="action" data-first="">
            {t('answer.open')}
          </button>
          <a className="action" href={`/${language}/ask`}>
            {t('start.heading')}
          </a>
        </p>
      </form>
    </>
  );
}
