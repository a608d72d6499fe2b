import { Link } from 'react-router';
import { formatMoment } from '#platform/language/format-date.ts';
import { usePageTexts, useText } from '#platform/web/page-texts.ts';
import { Badge } from '#ui/badge.tsx';
import { Bdi } from '#ui/bdi.tsx';
import { type EventOfSentence, type StaffNames, useEventSentence } from './use-event-sentence.ts';

interface ListedEvent extends EventOfSentence {
  seq: number;
  at: Date;
  clientId: string | null;
  fileNo?: string;
  itemCount: number | null;
}

/** The moment, leading to everything that is known of the event. */
export function EventWhen({ event, timeZone }: { event: ListedEvent; timeZone: string }) {
  const { language } = usePageTexts();
  return (
    <Link to={`/staff/audit/${event.seq}`} className="number">
      <time dateTime={event.at.toISOString()}>{formatMoment(event.at, { language, timeZone }, 'short')}</time>
    </Link>
  );
}

/** Who did what, and with how many. */
export function EventWhat({ event, names }: { event: ListedEvent; names: StaffNames }) {
  const t = useText('audit');
  const sentence = useEventSentence(names);
  return (
    <>
      {sentence(event)} {event.result === 'refused' && <Badge tone="attention">{t('result.refused')}</Badge>}{' '}
      {event.itemCount !== null && event.itemCount > 1 && (
        <Badge>{t('list.items', { count: event.itemCount })}</Badge>
      )}
    </>
  );
}

interface EventFileProps {
  event: ListedEvent;
  /** May the reader open files at all? */
  mayOpen: boolean;
  /** The file that the list is narrowed to. */
  shown?: string;
}

/** On whose file, by its number; and the way to everything about it. */
export function EventFile({ event, mayOpen, shown }: EventFileProps) {
  const t = useText('audit');
  if (!event.clientId) return null;
  if (!event.fileNo) return <span className="field-hint">{t('list.closedFile')}</span>;
  const number = <Bdi ltr>{event.fileNo}</Bdi>;
  return (
    <span className="toolbar">
      {mayOpen ? <Link to={`/staff/people/${event.clientId}`}>{number}</Link> : number}
      {shown !== event.fileNo && (
        <Link className="field-hint" to={`?${new URLSearchParams({ file: event.fileNo })}`}>
          {t('list.whoLooked')}
        </Link>
      )}
    </span>
  );
}
