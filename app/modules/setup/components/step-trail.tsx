import { Link } from 'react-router';
import { useText } from '#platform/web/page-texts.ts';
import { type SetupStep, setupSteps } from '../setup-draft.ts';

interface StepTrailProps {
  code: string;
  step: SetupStep;
  done: readonly SetupStep[];
}

/** Where one is in the set-up, and the way back to what was answered. */
export function StepTrail({ code, step, done }: StepTrailProps) {
  const t = useText('setup');
  const here = setupSteps.indexOf(step);
  return (
    <nav aria-label={t('trail.label')} className="mb-6">
      <p className="mb-2 text-sm font-semibold text-ink-soft">
        {t('trail.position', { step: here + 1, steps: setupSteps.length })}
      </p>
      <ol className="m-0 flex list-none flex-wrap gap-x-1.5 gap-y-2 p-0">
        {setupSteps.map((each, at) => {
          const isHere = each === step;
          const isDone = done.includes(each);
          const mark = isHere ? 'bg-saffron' : isDone ? 'bg-teal' : 'bg-sand-deep';
          const words = (
            <span className={isHere ? 'text-ink' : 'text-ink-soft'}>{t(`step.${each}.short`)}</span>
          );
          return (
            <li key={each} aria-current={isHere ? 'step' : undefined} className="min-w-0 flex-1 basis-4">
              <span className={`block h-1.5 rounded-full ${mark}`} />
              <span className="hidden pt-1 text-sm font-semibold leading-snug md:block">
                {isDone && !isHere ? <Link to={`/setup/${code}/${each}`}>{words}</Link> : words}
              </span>
              <span className="visually-hidden">{isDone && at !== here ? t('trail.done') : ''}</span>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
