import { Link } from 'react-router';
import { formatDay } from '#platform/language/format-date.ts';
import { usePageTexts, useText } from '#platform/web/page-texts.ts';
import { Badge } from '#ui/badge.tsx';
import { Bdi } from '#ui/bdi.tsx';
import { Card } from '#ui/card.tsx';

interface OpenMattersProps {
  clientId: string;
  today: string;
  followUps: readonly {
    id: string;
    dueOn: string;
    way: string;
    assignedTo: string;
    note?: string | undefined;
  }[];
  openQuestions: readonly string[];
  fileAllowed: boolean;
  suspectedDuplicates: number;
}

/** What waits to be done for this person. Nothing is shown when nothing waits. */
export function OpenMatters({
  clientId,
  today,
  followUps,
  openQuestions,
  fileAllowed,
  suspectedDuplicates,
}: OpenMattersProps) {
  const t = useText('clients');
  const codes = useText('code-lists');
  const { language } = usePageTexts();
  if (followUps.length === 0 && openQuestions.length === 0 && fileAllowed && suspectedDuplicates === 0)
    return null;
  return (
    <Card id="open" title={t('open.title')}>
      <ul className="open-list">
        {!fileAllowed && (
          <li>
            <Badge tone="danger">{t('open.no-consent')}</Badge> {t('open.no-consent-text')}
          </li>
        )}
        {followUps.map((followUp) => (
          <li key={followUp.id}>
            <Badge tone={followUp.dueOn < today ? 'attention' : 'plain'}>
              {t(followUp.dueOn < today ? 'open.overdue' : 'open.follow-up', {
                day: formatDay(followUp.dueOn, { language }),
              })}
            </Badge>{' '}
            <Link to={`/staff/follow-ups?client=${clientId}`}>{t(`way.${followUp.way}`)}</Link>{' '}
            <span className="field-hint">
              <Bdi>{followUp.assignedTo}</Bdi>
            </span>
            {followUp.note && <p dir="auto">{followUp.note}</p>}
          </li>
        ))}
        {openQuestions.length > 0 && (
          <li>
            <Badge tone="attention">{t('open.consent')}</Badge>{' '}
            <Link to={`/staff/people/${clientId}/consent`}>
              {openQuestions.map((purpose) => codes(`consentPurpose.${purpose}`)).join(' · ')}
            </Link>
          </li>
        )}
        {suspectedDuplicates > 0 && (
          <li>
            <Badge tone="attention">{t('open.duplicate')}</Badge>{' '}
            <Link to={`/staff/people/${clientId}/duplicates`}>
              {t('open.duplicate-link', { count: suspectedDuplicates })}
            </Link>
          </li>
        )}
      </ul>
    </Card>
  );
}
