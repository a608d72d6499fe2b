import { useText } from '#platform/web/page-texts.ts';
import { Notice } from '#ui/notice.tsx';
import type { ChangeInWords } from '../describe-changes.server.ts';

/** What a reader of the earlier release of the same period would see change. */
export function ChangedNumbers({ changes }: { changes: readonly ChangeInWords[] }) {
  const t = useText('releases');
  return (
    <Notice title={t('preview.replaces')}>
      <p>
        {t('preview.replaces-text', {
          changes: t(changes.length > 0 ? 'preview.changes' : 'preview.no-changes'),
        })}
      </p>
      {changes.length > 0 && (
        <ul className="release-changes">
          {changes.map((change) => (
            <li key={`${change.table} ${change.category}`}>{t('preview.change', { ...change })}</li>
          ))}
        </ul>
      )}
    </Notice>
  );
}
