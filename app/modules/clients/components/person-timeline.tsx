import { Link } from 'react-router';
import { formatMoment } from '#platform/language/format-date.ts';
import { usePageTexts, useText } from '#platform/web/page-texts.ts';
import { Badge } from '#ui/badge.tsx';
import { Bdi } from '#ui/bdi.tsx';
import { Facts } from '#ui/facts.tsx';
import { Timeline, type TimelineEntry } from '#ui/timeline.tsx';
import type { StoryEntry } from '../person-story.ts';

interface TimelineContact {
  id: string;
  startedAt: string;
  channel: string;
  topics: readonly string[];
  result: string;
  counsellor: string;
  note?: string | undefined;
  asker: string;
  people: number;
  urgent: boolean;
  voided: boolean;
  corrected: boolean;
  enteredLater: boolean;
}

/** The person's story: contacts, consents and changes, newest first. */
export function PersonTimeline({
  story,
  timeZone,
}: {
  story: readonly StoryEntry<TimelineContact>[];
  timeZone: string;
}) {
  const t = useText('clients');
  const { language } = usePageTexts();
  const entries = story.map((entry): TimelineEntry => {
    const base = {
      id: `${entry.kind}-${entry.id}`,
      dateTime: entry.at,
      when: formatMoment(new Date(entry.at), { language, timeZone }),
    };
    switch (entry.kind) {
      case 'contact':
        return contactEntry(base, entry.contact);
      case 'consent':
        return {
          ...base,
          tone: entry.decisions.some(({ status }) => status === 'withdrawn') ? 'attention' : 'quiet',
          title: <ConsentTitle entry={entry} />,
          children: <ConsentBody entry={entry} />,
        };
      case 'change':
        return {
          ...base,
          tone: 'quiet',
          title: t('story.changed', { name: entry.by }),
          children: <p>{entry.fields.map((field) => t(`label.${field}`)).join(' · ')}</p>,
        };
      case 'registered':
        return { ...base, tone: 'quiet', title: t('story.registered', { name: entry.by }) };
    }
  });
  return <Timeline entries={entries} />;
}

function contactEntry(
  base: Pick<TimelineEntry, 'id' | 'dateTime' | 'when'>,
  contact: TimelineContact,
): TimelineEntry {
  return {
    ...base,
    tone: contact.voided ? 'quiet' : contact.urgent ? 'attention' : 'plain',
    title: <ContactTitle contact={contact} />,
    children: <ContactBody contact={contact} />,
  };
}

function ContactTitle({ contact }: { contact: TimelineContact }) {
  const codes = useText('code-lists');
  return (
    <Link to={`/staff/contacts/${contact.id}`} className={contact.voided ? 'struck' : undefined}>
      {contact.topics.map((topic) => codes(`topic.${topic}`)).join(' · ')}
    </Link>
  );
}

function ContactBody({ contact }: { contact: TimelineContact }) {
  const t = useText('clients');
  const codes = useText('code-lists');
  return (
    <>
      <p className="story-facts">
        {codes(`channel.${contact.channel}`)} · {codes(`counsellingResult.${contact.result}`)} ·{' '}
        <Bdi>{contact.counsellor}</Bdi>
        {contact.asker !== 'self' && (
          <> · {t('story.asked-by', { who: codes(`callerRole.${contact.asker}`) })}</>
        )}
        {contact.people > 1 && <> · {t('story.together', { count: contact.people })}</>}
      </p>
      <p className="story-badges">
        {contact.urgent && <Badge tone="attention">{t('story.urgent')}</Badge>}{' '}
        {contact.voided && <Badge tone="danger">{t('story.voided')}</Badge>}{' '}
        {contact.corrected && <Badge>{t('story.corrected')}</Badge>}{' '}
        {contact.enteredLater && <Badge>{t('story.entered-later')}</Badge>}
      </p>
      {contact.note && (
        <p className="story-note" dir="auto">
          {contact.note}
        </p>
      )}
    </>
  );
}

type ConsentEntry = Extract<StoryEntry<TimelineContact>, { kind: 'consent' }>;

function ConsentTitle({ entry }: { entry: ConsentEntry }) {
  const t = useText('clients');
  const withdrawn = entry.decisions.every(({ status }) => status === 'withdrawn');
  if (entry.decisions.every((decision) => decision.byMerge)) return <>{t('story.merged-consent')}</>;
  return <>{t(withdrawn ? 'story.withdrawn' : 'story.consent', { name: entry.by })}</>;
}

function ConsentBody({ entry }: { entry: ConsentEntry }) {
  const t = useText('clients');
  const codes = useText('code-lists');
  const words = entry.decisions.find((decision) => decision.words)?.words;
  return (
    <>
      <ul className="decision-list">
        {entry.decisions.map((decision) => (
          <li key={decision.id}>
            {codes(`consentPurpose.${decision.purpose}`)}:{' '}
            <strong>{codes(`consentStatus.${decision.status}`)}</strong>
          </li>
        ))}
      </ul>
      {words && (
        <Facts
          facts={[
            { label: t('consent.witness'), value: words.witness && <Bdi>{words.witness}</Bdi> },
            { label: t('consent.guardian'), value: words.guardian && <Bdi>{words.guardian}</Bdi> },
            { label: t('consent.assent'), value: words.assent && t('consent.yes') },
            {
              label: t('consent.best-interest'),
              value: words.bestInterest && <Bdi>{words.bestInterest}</Bdi>,
            },
            { label: t('story.said'), value: words.reason && <Bdi>{words.reason}</Bdi> },
          ]}
        />
      )}
    </>
  );
}
