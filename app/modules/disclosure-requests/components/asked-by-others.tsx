import { Link } from 'react-router';
import { formatDay } from '#platform/language/format-date.ts';
import { usePageTexts, useText } from '#platform/web/page-texts.ts';
import { Card } from '#ui/card.tsx';
import type { Asker, DisclosureState as State } from '../disclosure-request.ts';
import './disclosure-requests.css';
import { DisclosureState } from './disclosure-state.tsx';

interface Props {
  requests: readonly { id: string; asker: Asker; state: State; receivedOn: string }[];
  timeZone: string;
}

/** On a person's page: which authorities and others asked for their data. Nothing where nobody did. */
export function AskedByOthers({ requests, timeZone }: Props) {
  const t = useText('disclosure-requests');
  const { language } = usePageTexts();
  if (requests.length === 0) return null;
  return (
    <div className="disclosure-on-file">
      <Card id="asked-by-others" title={t('person.title')}>
        <ul className="disclosure-list">
          {requests.map((row) => (
            <li key={row.id}>
              <Link to={`/staff/disclosure-requests/${row.id}`}>{t(`asker.${row.asker}`)}</Link>{' '}
              <span>{formatDay(row.receivedOn, { language, timeZone }, 'short')}</span>{' '}
              <DisclosureState state={row.state} />
            </li>
          ))}
        </ul>
      </Card>
    </div>
  );
}
