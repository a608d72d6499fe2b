import { useText } from '#platform/web/page-texts.ts';
import { Bdi } from '#ui/bdi.tsx';

export interface ToldLine {
  day: string;
  channel: string;
  topics: string[];
  note?: string;
}

/** What was done at the other centre, as it was told. */
export function ToldHistory({
  contacts,
  actions,
}: {
  contacts: readonly ToldLine[];
  actions: readonly { day: string; way: string; note?: string }[];
}) {
  const t = useText('transfers');
  const codes = useText('code-lists');
  return (
    <>
      <h3 className="mt-4">{t('history.contacts', { count: contacts.length })}</h3>
      <ul className="item-list">
        {contacts.map((line, at) => (
          <li key={at}>
            <strong>{line.day}</strong> · {codes(`channel.${line.channel}`)} ·{' '}
            {line.topics.map((topic) => codes(`topic.${topic}`)).join(', ')}
            {line.note && (
              <p>
                <Bdi>{line.note}</Bdi>
              </p>
            )}
          </li>
        ))}
      </ul>
      {actions.length > 0 && (
        <>
          <h3 className="mt-4">{t('history.open')}</h3>
          <ul className="item-list">
            {actions.map((line, at) => (
              <li key={at}>
                <strong>{line.day}</strong> · {t(`way.${line.way}`)}
                {line.note && (
                  <p>
                    <Bdi>{line.note}</Bdi>
                  </p>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
