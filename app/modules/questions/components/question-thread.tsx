import { languageDirection } from '#platform/code-lists/client-languages.ts';
import { formatDay } from '#platform/language/format-date.ts';
import { usePageTexts, useText } from '#platform/web/page-texts.ts';
import { Bdi } from '#ui/bdi.tsx';
import { Card } from '#ui/card.tsx';
import './question-thread.css';

interface Props {
  messages: readonly {
    seq: number;
    author: 'asker' | 'centre';
    day: string;
    text?: string;
    guides: readonly { pageId: string; slug: string; version: number }[];
    by?: string;
  }[];
  language: string;
}

/** What was said, in order. Shown as text and nothing else, whatever was typed. */
export function QuestionThread({ messages, language: spoken }: Props) {
  const t = useText('questions');
  const { language } = usePageTexts();
  return messages.map((message) => (
    <Card
      key={message.seq}
      id={`message-${message.seq}`}
      tone={message.author === 'centre' ? 'sand' : 'plain'}
      title={
        message.author === 'asker' ? (
          t('thread.asker')
        ) : (
          <>
            {t('thread.centre')} · <Bdi>{message.by}</Bdi>
          </>
        )
      }
      aside={<span className="field-hint">{formatDay(message.day, { language })}</span>}
    >
      <p className="question-words" dir="auto" lang={spoken} data-dir={languageDirection(spoken)}>
        {message.text ?? t('thread.unreadable')}
      </p>
      {message.guides.length > 0 && (
        <ul>
          {message.guides.map((guide) => (
            <li key={guide.pageId}>
              <a href={`/${language}/guides/${guide.slug}`}>
                <Bdi ltr>{guide.slug}</Bdi>
              </a>{' '}
              <span className="field-hint">{t('thread.version', { version: guide.version })}</span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  ));
}
