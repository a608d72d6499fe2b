import { useText } from '#platform/web/page-texts.ts';

/** What the way out does, and what it honestly cannot do. */
export function LeaveHelp() {
  const t = useText('public');
  return (
    <details>
      <summary>{t('leave.about')}</summary>
      <p>{t('leave.does')}</p>
      <p>{t('leave.cannot')}</p>
    </details>
  );
}
