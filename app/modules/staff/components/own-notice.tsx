import { Link } from 'react-router';
import { formatMoment } from '#platform/language/format-date.ts';
import { usePageTexts, useText } from '#platform/web/page-texts.ts';

interface NoticeProps {
  notice: {
    kind: string;
    at: Date;
    byName: string | null;
    count: number | null;
    clientId: string | null;
    subjectId: string | null;
  };
  timeZone: string;
}

const ofReading = new Set([
  'file-opened',
  'files-opened',
  'break-glass-opened',
  'break-glass-review',
  'break-glass-overdue',
  'reading-flagged',
  'retention-waiting',
  'retention-stopped',
]);

/** Is it about the reader's own account, rather than about files or what they review? */
export const isOfAccount = (kind: string): boolean => !ofReading.has(kind);

/** One thing that the reader should know, with the way to where it is seen. */
export function OwnNotice({ notice, timeZone }: NoticeProps) {
  const t = useText('staff');
  const { language } = usePageTexts();
  const { kind, at, byName, count, clientId, subjectId } = notice;
  const review =
    kind === 'reading-flagged'
      ? '/staff/oversight'
      : subjectId && kind !== 'break-glass-opened' && `/staff/oversight/${subjectId}`;
  return (
    <li>
      {t(`notice.${kind}`, { name: byName ?? t('notice.nobody'), count: count ?? 0 })}{' '}
      {kind.startsWith('retention-') ? (
        <Link to="/staff/retention">{t('notice.see-retention')}</Link>
      ) : review ? (
        <Link to={review}>{t('notice.see-review')}</Link>
      ) : (
        clientId && <Link to={`/staff/people/${clientId}`}>{t('notice.see-file')}</Link>
      )}{' '}
      <small>{formatMoment(new Date(at), { language, timeZone })}</small>
    </li>
  );
}
