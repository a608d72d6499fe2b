import { formatDay } from '#platform/language/format-date.ts';
import { directionOf } from '#platform/language/interface-languages.ts';
import { useText } from '#platform/web/page-texts.ts';
import type { AnswerStep } from '../answer-form.server.ts';
import { isWaiting, questionLimits } from '../question.ts';
import { AskField } from './ask-field.tsx';
import { AskProblem } from './ask-problem.tsx';

interface Props {
  sent: Extract<AnswerStep, { step: 'thread' }>;
  language: string;
  answerDays: number;
}

/** What was asked and answered, and what can be done with it. */
export function AnswerThread({ sent, language, answerDays }: Props) {
  const t = useText('ask');
  const { thread, receipt, isSent, refused, values } = sent;
  const error = (name: string) => refused?.fields.find((field) => field.name === name);
  const typed = typeof values['text'] === 'string' ? values['text'] : undefined;
  return (
    <>
      <h1>{t('answer.heading')}</h1>
      <AskProblem problem={refused} labels={{ text: t('answer.again'), sure: t('answer.delete') }} />
      {isSent && (
        <p className="card sand" role="status">
          {t('answer.sent')}
        </p>
      )}
      {thread.messages.map((message) => (
        <section key={message.seq} className="card ask-said" data-author={message.author}>
          <h2>
            {t(message.author === 'asker' ? 'answer.you' : 'answer.us')}{' '}
            <small>{formatDay(message.day, { language })}</small>
          </h2>
          <p className="ask-words" dir="auto">
            {message.text ?? t('answer.unreadable')}
          </p>
          {message.pages.length > 0 && (
            <>
              <h3>{t('answer.pages')}</h3>
              <ul>
                {message.pages.map(({ href, title, language: written }) => (
                  <li key={href}>
                    <a href={href} lang={written} dir={directionOf(written)}>
                      {title}
                    </a>
                  </li>
                ))}
              </ul>
            </>
          )}
        </section>
      ))}
      {isWaiting(thread.state) && !isSent && (
        <p className="soft">{t('answer.waiting', { count: answerDays })}</p>
      )}
      {thread.state === 'closed' && <p className="card sand">{t('answer.closed')}</p>}
      <form method="post" noValidate>
        <input type="hidden" name="step" value="again" />
        <input type="hidden" name="receipt" value={receipt} />
        <input type="hidden" name="after" value={thread.last} />
        <AskField name="text" label={t('answer.again')} error={error('text')}>
          {(control) => (
            <textarea
              {...control}
              rows={4}
              dir="auto"
              autoComplete="off"
              maxLength={questionLimits.text}
              defaultValue={typed}
            />
          )}
        </AskField>
        <p className="actions">
          <button className="action" data-first="">
            {t('answer.sendAgain')}
          </button>
        </p>
      </form>
      <p className="soft">{t('answer.leave')}</p>
      <details className="ask-delete" open={error('sure') !== undefined}>
        <summary>{t('answer.delete')}</summary>
        <form method="post" noValidate>
          <input type="hidden" name="step" value="delete" />
          <input type="hidden" name="receipt" value={receipt} />
          <p>{t('answer.deleteText')}</p>
          {error('sure') && <p className="ask-error">{t('answer.deleteMissing')}</p>}
          <p>
            <label>
              <input id="ask-sure" type="checkbox" name="sure" value="yes" /> {t('answer.deleteSure')}
            </label>
          </p>
          <p className="actions">
            <button className="action ask-danger-action">{t('answer.delete')}</button>
          </p>
        </form>
      </details>
    </>
  );
}
