import { useText } from '#platform/web/page-texts.ts';
import { Card } from '#ui/card.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { Progress } from '#ui/progress.tsx';
import type { ImportPageData } from '../pages/import.page.tsx';
import { useNumber } from './use-number.ts';

/** A job is at work: how far it is, and that nobody need wait for it. */
export function ImportAtWork({ view }: { view: ImportPageData['view'] }) {
  const t = useText('imports');
  const number = useNumber();
  const { counts, state } = view;
  const total = (counts.rows ?? 0) - (counts.wrong ?? 0) - (counts.repeated ?? 0);
  const settled = (counts.taken ?? 0) + (counts.skipped ?? 0) + (counts.failed ?? 0);
  const undone = (counts.undone ?? 0) + (counts.kept ?? 0);
  const [done, of] =
    state === 'running'
      ? [settled, total]
      : state === 'undoing'
        ? [undone, counts.taken ?? 0]
        : [counts.rows ?? 0, 0];
  return (
    <Card>
      <div aria-live="polite">
        {of > 0 ? (
          <Progress label={t(`work.${state}`)} value={done} max={of} />
        ) : (
          <Progress label={t(`work.${state}`)} />
        )}
        <p>
          {of > 0
            ? t('work.of', { done: number(done), total: number(of) })
            : t('work.read', { count: done, rows: number(done) })}
        </p>
      </div>
      <p className="text-ink-soft">{t('work.leave')}</p>
      <div>
        <LinkButton to="?">{t('work.look')}</LinkButton>
      </div>
    </Card>
  );
}
