import type { GuideView } from '../guide-view.server.ts';
import { writeAnswers } from '../read-answers.ts';
import type { DecideReading } from './decide-reading.ts';
import { GuideField } from './guide-field.tsx';

interface Props {
  view: GuideView;
  reading: DecideReading;
  action: string;
}

/** One step of the guide. What was said before travels along in hidden fields, and nowhere else. */
export function GuideForm({ view, reading, action }: Props) {
  const { t } = reading;
  const shown = new Set<string>(view.fields);
  const errors = Object.keys(view.errors);
  return (
    <form className="decide" method="post" action={action} autoComplete="off">
      <p className="decide-progress">
        <progress value={view.number} max={view.total} aria-hidden="true" />
        {t('progress', { number: view.number, total: view.total })}
      </p>
      <h2>{t(`step.${view.at}`)}</h2>
      {errors.length > 0 && (
        <div className="decide-error" role="alert">
          <p>{t('formBad')}</p>
          <ul>
            {errors.map((name) => (
              <li key={name}>
                <a href={`#${name}`}>{t(`ask.${name}`)}</a>
              </li>
            ))}
          </ul>
        </div>
      )}
      {view.at === 'money' && <p className="soft">{t('hint.money')}</p>}
      <input type="hidden" name="step" value={view.at} />
      {writeAnswers(view.answers)
        .filter(([name]) => !shown.has(fieldOf(name)))
        .map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
      {view.fields.map((field) => (
        <GuideField key={field} field={field} view={view} reading={reading} />
      ))}
      <p className="decide-buttons">
        <button className="action" data-first="" name="go" value="next">
          {t('next')}
        </button>
        {view.number > 1 && (
          <button className="action" name="go" value="back">
            {t('back')}
          </button>
        )}
        {view.at !== 'safety' && (
          <button className="action" name="go" value="skip">
            {t('skip')}
          </button>
        )}
        {view.number > 2 && (
          <button className="action" name="go" value="result">
            {t('toResult')}
          </button>
        )}
      </p>
    </form>
  );
}

const fieldOf = (name: string): string => (name.startsWith('w-') ? 'weights' : name);
