import { Link, useLocation } from 'react-router';
import { useText } from '#platform/web/page-texts.ts';
import { Icon } from '#ui/icon.tsx';

/** On every page until it is read: somebody opened a file of the reader's, or asks for a review. */
export function NoticeBar({ count }: { count: number }) {
  const t = useText('workspace');
  const { pathname } = useLocation();
  if (count === 0 || pathname === '/staff/account') return null;
  return (
    <p className="notice-bar" role="status">
      <Link to="/staff/account">
        <Icon name="attention" /> {t('frame.notices', { count })}
      </Link>
    </p>
  );
}
