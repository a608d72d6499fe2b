import { useText } from '#platform/web/page-texts.ts';
import { Bdi } from '#ui/bdi.tsx';

/** The number as it is called out, standing in an arch. */
export function TicketNumber({
  ticket,
  urgent,
  small,
}: {
  ticket: string;
  urgent?: boolean;
  small?: boolean;
}) {
  const t = useText('front-desk');
  return (
    <span className="ticket" data-urgent={urgent || undefined} data-size={small ? 'small' : undefined}>
      <span className="visually-hidden">{t('row.ticket', { ticket })}</span>
      <span aria-hidden="true">
        <Bdi ltr>{ticket}</Bdi>
      </span>
    </span>
  );
}
