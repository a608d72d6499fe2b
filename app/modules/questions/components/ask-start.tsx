import { useText } from '#platform/web/page-texts.ts';
import { askTopics } from '../question.ts';

interface Props {
  language: string;
  isOpen: boolean;
  answerDays: number;
  phone: string | undefined;
}

/** Before anything is typed: who must not wait, what not to write, and what it is about. */
export function AskStart({ language, isOpen, answerDays, phone }: Props) {
  const t = useText('ask');
  return (
    <>
      <h1>{t('start.heading')}</h1>
      <p className="ask-lead">{t('start.lead', { count: answerDays })}</p>
      <section className="card ask-danger">
        <h2>{t('start.danger')}</h2>
        <p>{t('start.dangerText')}</p>
        <p className="actions">
          {phone && (
            <a className="action" href={`tel:${phone.replace(/[^+\d]/g, '')}`}>
              <span>
                {t('start.callUs')} <bdi dir="ltr">{phone}</bdi>
              </span>
            </a>
          )}
          <a className="action" href={`/${language}/doors/help`}>
            {t('start.help')}
          </a>
        </p>
      </section>
      <ul className="ask-rules">
        {['noName', 'noTrace', 'code'].map((rule) => (
          <li key={rule}>{t(`start.${rule}`)}</li>
        ))}
      </ul>
      {isOpen ? (
        <form method="post" data-live="">
          <h2 id="choose">{t('start.choose')}</h2>
          <div className="ask-topics" role="group" aria-labelledby="choose">
            {askTopics.map((topic) => (
              <button key={topic} name="topic" value={topic}>
                {t(`topic.${topic}`)}
              </button>
            ))}
          </div>
        </form>
      ) : (
        <section className="card">
          <h2>{t('start.closed')}</h2>
          <p>{t('start.closedText')}</p>
        </section>
      )}
      <p>
        <a className="ask-code-link" data-live="" href={`/${language}/answer`}>
          {t('start.haveCode')}
        </a>
      </p>
    </>
  );
}
