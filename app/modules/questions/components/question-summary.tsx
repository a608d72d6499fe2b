import { formatDay } from '#platform/language/format-date.ts';
import { usePageTexts, useText } from '#platform/web/page-texts.ts';
import { Badge } from '#ui/badge.tsx';
import { Bdi } from '#ui/bdi.tsx';
import { Card } from '#ui/card.tsx';
import { Facts } from '#ui/facts.tsx';
import { Notice } from '#ui/notice.tsx';
import type { AskerContact } from '../sealed-message.server.ts';

export interface ShownQuestion {
  id: string;
  version: number;
  topic: string;
  language: string;
  languageName: string;
  way: 'code' | 'email' | 'call';
  state: 'new' | 'taken' | 'asked_again' | 'answered' | 'closed';
  askedOn: string;
  answeredOn: string | null;
  closeReason: string | null;
  taskOn: string | null;
  assignedTo?: { id: string; name: string };
  dueOn?: string;
  isOverdue?: boolean;
  contact?: AskerContact;
}

/** Where the question stands; and how to reach the asker, on top, with what keeps them safe. */
export function QuestionSummary({ question, sendsMail }: { question: ShownQuestion; sendsMail: boolean }) {
  const t = useText('questions');
  const { language } = usePageTexts();
  const day = (given: string | null | undefined) => given && formatDay(given, { language });
  const { contact } = question;
  return (
    <>
      {contact?.phone && (
        <Notice tone="attention" title={t('contact.callTitle')}>
          <Facts
            facts={[
              { label: t('contact.phone'), value: <Bdi ltr>{contact.phone}</Bdi>, key: 'phone' },
              { label: t('contact.hours'), value: <Bdi>{contact.hours}</Bdi>, key: 'hours' },
              {
                label: t('contact.say'),
                value: contact.say ? <Bdi>{contact.say}</Bdi> : t('contact.sayNothing'),
                key: 'say',
              },
            ]}
          />
        </Notice>
      )}
      {contact?.email && (
        <Notice tone={sendsMail ? 'info' : 'attention'} title={t('contact.emailTitle')}>
          <p>
            <Bdi ltr>{contact.email}</Bdi>
          </p>
          <p>{t(sendsMail ? 'contact.emailText' : 'contact.noMail')}</p>
        </Notice>
      )}
      <Card id="question">
        <Facts
          facts={[
            {
              label: t('field.state'),
              key: 'state',
              value: (
                <>
                  <Badge tone={question.state === 'answered' ? 'success' : 'teal'}>
                    {t(`state.${question.state}`)}
                  </Badge>{' '}
                  {question.isOverdue && <Badge tone="attention">{t('overdue')}</Badge>}
                </>
              ),
            },
            {
              label: t('field.closeReason'),
              value: question.closeReason && t(`closeReason.${question.closeReason}`),
              key: 'reason',
            },
            { label: t('field.askedOn'), value: day(question.askedOn), key: 'asked' },
            { label: t('field.dueOn'), value: day(question.dueOn), key: 'due' },
            { label: t('field.answeredOn'), value: day(question.answeredOn), key: 'answered' },
            { label: t('field.language'), value: <Bdi>{question.languageName}</Bdi>, key: 'language' },
            { label: t('field.way'), value: t(`way.${question.way}`), key: 'way' },
            {
              label: t('field.assignedTo'),
              value: question.assignedTo ? <Bdi>{question.assignedTo.name}</Bdi> : t('nobody'),
              key: 'who',
            },
            { label: t('field.taskOn'), value: day(question.taskOn), key: 'task' },
          ]}
        />
      </Card>
    </>
  );
}
