import { Link } from 'react-router';
import { formatDay } from '#platform/language/format-date.ts';
import { usePageTexts, useText } from '#platform/web/page-texts.ts';
import { Badge } from '#ui/badge.tsx';
import { Bdi } from '#ui/bdi.tsx';
import type { FollowUpPile } from '../contact.ts';
import { type Reach, SafeReach } from './safe-reach.tsx';

export interface ListedFollowUp {
  id: string;
  version: number;
  client: { id: string; name?: string; fileNo?: string };
  dueOn: string;
  pile: FollowUpPile;
  way: string;
  note?: string;
  reminder: string;
  assignedTo: { name: string };
  reach: Reach;
}

const tones = { overdue: 'danger', today: 'attention' } as const;

/** One cell of the list of follow-ups by the name of its column. */
export function FollowUpCell({ row, column }: { row: ListedFollowUp; column: string }) {
  const t = useText('contacts');
  const words = useText('lists');
  const { language } = usePageTexts();
  switch (column) {
    case 'who':
      return (
        <Link to={`/staff/people/${row.client.id}`}>
          <Bdi>{row.client.name}</Bdi>
        </Link>
      );
    case 'fileNo':
      return (
        <span className="list-nowrap">
          <Bdi ltr>{row.client.fileNo}</Bdi>
        </span>
      );
    case 'dueOn':
      return (
        <span>
          <time className="list-nowrap" dateTime={row.dueOn}>
            {formatDay(row.dueOn, { language }, 'short')}
          </time>{' '}
          {row.pile !== 'later' && <Badge tone={tones[row.pile]}>{words(`values.due.${row.pile}`)}</Badge>}
        </span>
      );
    case 'way':
      return t(`way.${row.way}`);
    case 'reach':
      return <SafeReach reach={row.reach} />;
    case 'note':
      return row.note && <span dir="auto">{row.note}</span>;
    case 'assignedTo':
      return <Bdi>{row.assignedTo.name}</Bdi>;
    case 'reminder':
      return row.reminder === 'sent' && <Badge tone="success">{t('follow-up.reminder-sent')}</Badge>;
    default:
      return null;
  }
}
