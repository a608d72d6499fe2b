import type { ResultView } from '../guide-view.server.ts';
import type { DecideReading } from './decide-reading.ts';
import { ReasonList } from './reason-list.tsx';

/** The five checks. The colour is said in words; the mark only repeats it. */
export function ResultChecks({ view, reading }: { view: ResultView; reading: DecideReading }) {
  const { t } = reading;
  return (
    <section>
      <h2>{t('result.checks')}</h2>
      {view.decision.checks.map(({ name, colour, reasons }) => (
        <article key={name} className="decide-check" data-colour={colour}>
          <h3>
            {t(`check.${name}`)} <span className="decide-colour">{t(`colour.${colour}`)}</span>
          </h3>
          <ReasonList reasons={reasons} view={view} reading={reading} />
        </article>
      ))}
    </section>
  );
}
