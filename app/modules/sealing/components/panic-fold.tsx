import { useText } from '#platform/web/page-texts.ts';
import { PanicButton } from './panic-button.tsx';

/** The emergency lock on a page without the frame's tools: a screen that is locked itself. */
export function PanicFold() {
  const t = useText('sealing');
  return (
    <details className="fold mt-4">
      <summary>{t('panic.title')}</summary>
      <div className="fold-body">
        <p>{t('panic.note')}</p>
        <PanicButton />
      </div>
    </details>
  );
}
