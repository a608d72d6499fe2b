import type { ResultView } from '../guide-view.server.ts';
import type { DecideReading } from './decide-reading.ts';
import { ReasonList } from './reason-list.tsx';

/** The five checks. The colour is said in words; the mark only repeats it. */
export function ResultChecks({ view, reading }: { view: ResultView; reading: DecideReading }) {
  const { t } = reading;
  return (
    <section id="checks">
      <h2>{t('result.checks')}</h2>
      {view.decision.checks.map(({ name, colour, reasons }) => (
        <article key={name} id={`check-${name}`} className="decide-check" data-colour={colour}>
          <h3>
            {t(`check.${name}`)} <span className="decide-colour">{t(`colour.${colour}`)}</span>
          </h3>
          <ReasonList reasons={reasons} view={view} reading={reading} />
        </article>
      ))}
    </section>
  );
}

/** The five at one glance; each leads to its reasons. */
export function CheckOverview({ view, reading: { t } }: { view: ResultView; reading: DecideReading }) {
  return (
    <ul className="decide-overview">
      {view.decision.checks.map(({ name, colour }) => (
        <li key={name}>
          <a className="decide-check" data-colour={colour} href={`#check-${name}`}>
            <b>{t(`check.${name}`)}</b>
            <span className="decide-colour">{t(`colour.${colour}`)}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
