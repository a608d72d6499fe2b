import { useText } from '#platform/web/page-texts.ts';
import type { ImportState } from '../import.tables.server.ts';

const steps = ['columns', 'check', 'take', 'done'] as const;
const stepOf: Partial<Record<ImportState, number>> = { open: 0, checking: 1, ready: 1, running: 2, done: 3 };

/** Where on the way the import stands. */
export function StepLine({ state }: { state: ImportState }) {
  const t = useText('imports');
  const now = stepOf[state];
  if (now === undefined) return null;
  return (
    <ol className="mb-4 flex flex-wrap gap-x-5 gap-y-1 text-sm" aria-label={t('step.label')}>
      {steps.map((step, at) => (
        <li
          key={step}
          aria-current={at === now ? 'step' : undefined}
          className={at === now ? 'font-semibold' : 'text-ink-soft'}
        >
          {t(`step.${step}`)}
        </li>
      ))}
    </ol>
  );
}
