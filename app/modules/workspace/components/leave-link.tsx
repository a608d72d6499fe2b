import { useText } from '#platform/web/page-texts.ts';

/** The quick way out: a plain link, so that it works without script and from the keyboard. */
export function LeaveLink() {
  const t = useText('public');
  return (
    <nav aria-label={t('leave.button')} data-live="">
      <a className="leave" href="/leave" rel="nofollow noreferrer">
        {t('leave.button')}
      </a>
    </nav>
  );
}
