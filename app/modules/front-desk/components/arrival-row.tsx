import { Form, Link } from 'react-router';
import { languageName } from '#platform/code-lists/client-languages.ts';
import { formatTime } from '#platform/language/format-date.ts';
import { usePageTexts, useText } from '#platform/web/page-texts.ts';
import { Badge } from '#ui/badge.tsx';
import { Bdi } from '#ui/bdi.tsx';
import { Button } from '#ui/button.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { TicketNumber } from './ticket-number.tsx';

/** Minutes after which a wait is long enough to be seen from across the room. */
const longWait = 45;

export interface BoardRow {
  id: string;
  ticket: string;
  arrivedAt: Date;
  visitReason: string;
  urgent: boolean;
  language: string | null;
  partySize: number;
  clientId: string | null;
  state: 'waiting' | 'called' | 'served' | 'left';
  calledBy: string | null;
  calledAt: Date | null;
  doneAt: Date | null;
  contactId: string | null;
}

export interface RowFrame {
  siteId: string;
  me: string;
  may: { link: boolean; record: boolean; open: boolean; undo: boolean };
  timeZone: string;
  minutesSince: (moment: Date) => number;
}

interface ArrivalRowProps extends RowFrame {
  row: BoardRow;
  formKey: string;
  person?: { name?: string; fileNo?: string; note?: string };
  caller?: string;
}

/** One open ticket: who it is as far as the desk knows, how long it has been, and what can be done next. */
export function ArrivalRow(props: ArrivalRowProps) {
  const { row, person, caller, formKey, siteId, me, may, timeZone, minutesSince } = props;
  const t = useText('front-desk');
  const codes = useText('code-lists');
  const { language } = usePageTexts();
  const waiting = row.state === 'waiting';
  const mine = row.calledBy === me;
  const minutes = minutesSince(row.arrivedAt);
  const clock = (moment: Date) => formatTime(moment, { language, timeZone });
  const record = `/staff/contacts/new?arrival=${row.id}${row.clientId ? `&client=${row.clientId}` : ''}`;
  const act = (verb: string, label: string, tone: 'primary' | 'secondary' | 'quiet') => (
    <Form method="post" action={`/staff/desk?do=${verb}&site=${siteId}`}>
      <input type="hidden" name="_key" value={`${formKey}.${verb}`} />
      <input type="hidden" name="arrivalId" value={row.id} />
      <Button size="small" tone={tone}>
        {label}
      </Button>
    </Form>
  );
  return (
    <li className="arrival" data-urgent={row.urgent || undefined}>
      <TicketNumber ticket={row.ticket} urgent={row.urgent} />
      <div className="arrival-body">
        <p className="arrival-who">
          <strong>{codes(`serviceGroup.${row.visitReason}`)}</strong>{' '}
          {row.urgent && <Badge tone="attention">{t('row.urgent')}</Badge>}{' '}
          {row.partySize > 1 && <Badge>{t('count.party', { count: row.partySize })}</Badge>}{' '}
          {row.language && <Badge>{languageName(row.language, language)}</Badge>}
        </p>
        {(person?.name || person?.note || row.clientId) && (
          <p className="arrival-person">
            {person?.name && (
              <>
                {may.open && row.clientId ? (
                  <Link to={`/staff/people/${row.clientId}`}>
                    <Bdi>{person.name}</Bdi>
                  </Link>
                ) : (
                  <Bdi>{person.name}</Bdi>
                )}{' '}
                <span className="number">
                  <Bdi ltr>{person.fileNo}</Bdi>
                </span>
              </>
            )}
            {row.clientId && !person?.name && <span className="field-hint">{t('row.linked')}</span>}
            {person?.note && <em dir="auto">{person.note}</em>}
          </p>
        )}
        <p className="arrival-when" data-long={waiting && minutes >= longWait ? true : undefined}>
          {waiting ? (
            <>
              {minutes < 60
                ? t('row.minutes', { count: minutes })
                : t('row.hours', { hours: Math.floor(minutes / 60), minutes: minutes % 60 })}{' '}
              · {t('row.arrived', { time: clock(row.arrivedAt) })}
            </>
          ) : (
            row.calledAt &&
            t(mine ? 'called.byMe' : 'called.by', { name: caller ?? '', time: clock(row.calledAt) })
          )}
        </p>
      </div>
      <div className="arrival-do">
        {waiting
          ? act('call', t('do.call'), 'primary')
          : may.record && (
              <LinkButton size="small" tone={mine ? 'primary' : 'secondary'} to={record}>
                {t('do.record')}
              </LinkButton>
            )}
        <details className="arrival-more">
          <summary aria-label={t('do.more', { ticket: row.ticket })}>⋯</summary>
          <div className="arrival-menu">
            {waiting && may.record && (
              <LinkButton size="small" tone="quiet" to={record}>
                {t('do.record')}
              </LinkButton>
            )}
            {act('serve', t('do.serve'), 'quiet')}
            {act('leave', t('do.leave'), 'quiet')}
            {!waiting && act('undo', t('do.undo'), 'quiet')}
            {may.link && (
              <LinkButton size="small" tone="quiet" to={`/staff/desk/${row.id}/link?site=${siteId}`}>
                {t(row.clientId ? 'do.relink' : 'do.link')}
              </LinkButton>
            )}
            <LinkButton
              size="small"
              tone="quiet"
              to={`/staff/desk/${row.id}/ticket`}
              reloadDocument
              target="_blank"
            >
              {t('do.print')}
            </LinkButton>
          </div>
        </details>
      </div>
    </li>
  );
}
