import { useText } from '#platform/web/page-texts.ts';

/** What the way out does, and what it honestly cannot do. */
export function LeaveHelp() {
  const t = useText('public');
  return (
    <details data-live="">
      <summary>{t('leave.about')}</summary>
      <p>{t('leave.does')}</p>
      <p>{t('leave.cannot')}</p>
    </details>
  );
}
