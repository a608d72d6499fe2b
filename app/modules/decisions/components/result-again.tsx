import type { GuideView } from '../guide-view.server.ts';
import { stepsFor } from '../guide-steps.ts';
import { writeAnswers } from '../read-answers.ts';
import type { DecideReading } from './decide-reading.ts';

interface Props {
  view: GuideView;
  reading: DecideReading;
  action: string;
  /** The result shows already what each source says. */
  isWhole?: boolean;
}

/** Back to any step with all that was said, or to the beginning with nothing. */
export function ResultAgain({ view, reading: { t }, action, isWhole }: Props) {
  // Who is in danger has one thing to change, and nothing to print.
  const isGate = view.result?.decision.gate !== undefined;
  const steps = isGate ? (['safety'] as const) : stepsFor(view.answers);
  return (
    <form className="decide decide-again" method="post" action={action}>
      <h2>{t('change')}</h2>
      <input type="hidden" name="step" value="safety" />
      {writeAnswers(view.answers).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {!isGate && !isWhole && (
        <p className="decide-buttons">
          <button className="action" name="go" value={view.at === 'sources' ? 'result' : 'sources'}>
            {t(view.at === 'sources' ? 'result.title' : 'result.sourcesFull')}
          </button>
        </p>
      )}
      <p className="decide-buttons">
        {steps.map((step) => (
          <button key={step} className="action" name="go" value={`to-${step}`}>
            {t(`step.${step}`)}
          </button>
        ))}
        <a className="action" href={action}>
          {t('again')}
        </a>
      </p>
      {!isGate && <p className="soft">{t('print')}</p>}
    </form>
  );
}
