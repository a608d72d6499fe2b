import { Form, Link } from 'react-router';
import { formatDay } from '#platform/language/format-date.ts';
import { usePageTexts, useText } from '#platform/web/page-texts.ts';
import { Badge } from '#ui/badge.tsx';
import { Bdi } from '#ui/bdi.tsx';
import { Button } from '#ui/button.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { Notice } from '#ui/notice.tsx';
import { followUpOutcomes } from '../contact.ts';

interface FollowUpItemProps {
  followUp: {
    id: string;
    key: string;
    version: number;
    client: { id: string; name?: string; fileNo?: string };
    dueOn: string;
    way: string;
    note?: string;
    reminder: string;
    assignedTo: { name: string };
    reach: {
      allowed: boolean;
      reasons: string[];
      cautions: string[];
      phones: { number: string; safeFrom?: string; safeTo?: string; safeWords?: string }[];
    };
  };
  showsWho: boolean;
}

/** One promise to come back: how to reach the person safely, what it is about, and how it ended. */
export function FollowUpItem({ followUp, showsWho }: FollowUpItemProps) {
  const t = useText('contacts');
  const { language } = usePageTexts();
  const { reach } = followUp;
  const hidden = (
    <>
      <input type="hidden" name="_key" value={followUp.key} />
      <input type="hidden" name="followUpId" value={followUp.id} />
      <input type="hidden" name="version" value={followUp.version} />
    </>
  );
  return (
    <li className="item">
      <p className="item-head">
        <Link to={`/staff/people/${followUp.client.id}`}>
          <Bdi>{followUp.client.name}</Bdi>
        </Link>{' '}
        <span className="number">
          <Bdi ltr>{followUp.client.fileNo}</Bdi>
        </span>{' '}
        <Badge>{t(`way.${followUp.way}`)}</Badge>{' '}
        <time dateTime={followUp.dueOn}>{formatDay(followUp.dueOn, { language })}</time>{' '}
        {followUp.reminder === 'sent' && <Badge tone="success">{t('follow-up.reminder-sent')}</Badge>}{' '}
        {showsWho && (
          <span className="field-hint">
            <Bdi>{followUp.assignedTo.name}</Bdi>
          </span>
        )}
      </p>
      {followUp.note && <p dir="auto">{followUp.note}</p>}
      {reach.allowed ? (
        <ul className="safe-phones">
          {reach.phones.map((phone) => (
            <li key={phone.number}>
              <a href={`tel:${phone.number.replace(/[^\d+]/g, '')}`}>
                <Bdi ltr>{phone.number}</Bdi>
              </a>{' '}
              {phone.safeFrom && phone.safeTo && (
                <Badge tone="attention">
                  {t('follow-up.hours', { from: phone.safeFrom, to: phone.safeTo })}
                </Badge>
              )}{' '}
              {phone.safeWords && <em>{t('follow-up.safe-words', { words: phone.safeWords })}</em>}
            </li>
          ))}
        </ul>
      ) : (
        <Notice tone="danger" title={t('follow-up.not-allowed')}>
          <p>{reach.reasons.map((reason) => t(`reach.${reason}`)).join(' ')}</p>
        </Notice>
      )}
      {reach.cautions.length > 0 && (
        <p className="field-hint">{reach.cautions.map((caution) => t(`caution.${caution}`)).join(' ')}</p>
      )}
      <div className="toolbar">
        {followUpOutcomes.map((outcome) => (
          <Form method="post" key={outcome}>
            {hidden}
            <Button
              size="small"
              tone={outcome === 'reached' ? 'primary' : 'secondary'}
              name="outcome"
              value={outcome}
            >
              {t(`outcome.${outcome}`)}
            </Button>
          </Form>
        ))}
        <Form method="post" action="?do=move">
          {hidden}
          <Button size="small" tone="quiet" name="in" value="7">
            {t('follow-up.postpone')}
          </Button>
        </Form>
        <LinkButton size="small" to={`/staff/contacts/new?client=${followUp.client.id}`}>
          {t('follow-up.record')}
        </LinkButton>
      </div>
    </li>
  );
}
