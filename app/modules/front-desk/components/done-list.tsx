import { Form, Link } from 'react-router';
import { formatTime } from '#platform/language/format-date.ts';
import { usePageTexts, useText } from '#platform/web/page-texts.ts';
import { Button } from '#ui/button.tsx';
import type { BoardRow, RowFrame } from './arrival-row.tsx';
import { TicketNumber } from './ticket-number.tsx';

interface DoneListProps extends Pick<RowFrame, 'siteId' | 'may' | 'timeZone'> {
  rows: readonly BoardRow[];
  formKey: string;
}

/** Who is done today, folded away; without names, because nobody at the desk needs them any more. */
export function DoneList({ rows, formKey, siteId, may, timeZone }: DoneListProps) {
  const t = useText('front-desk');
  const codes = useText('code-lists');
  const { language } = usePageTexts();
  if (rows.length === 0) return null;
  return (
    <details className="card desk-done">
      <summary className="card-title">{t('done.title', { count: rows.length })}</summary>
      <ul className="item-list">
        {rows.map((row) => (
          <li key={row.id} className="arrival" data-done>
            <TicketNumber ticket={row.ticket} small />
            <div className="arrival-body">
              <p className="arrival-who">{codes(`serviceGroup.${row.visitReason}`)}</p>
              <p className="arrival-when">
                {t(row.contactId ? 'done.recorded' : row.state === 'left' ? 'done.left' : 'done.served')}{' '}
                {row.doneAt && t('done.at', { time: formatTime(row.doneAt, { language, timeZone }) })}
              </p>
            </div>
            <div className="arrival-do">
              {row.contactId ? (
                <Link to={`/staff/contacts/${row.contactId}`}>{t('do.openContact')}</Link>
              ) : (
                may.undo && (
                  <Form method="post" action={`/staff/desk?do=undo&site=${siteId}`}>
                    <input type="hidden" name="_key" value={`${formKey}.${row.ticket}`} />
                    <input type="hidden" name="arrivalId" value={row.id} />
                    <Button size="small" tone="quiet">
                      {t('do.undoDone')}
                    </Button>
                  </Form>
                )
              )}
            </div>
          </li>
        ))}
      </ul>
    </details>
  );
}
