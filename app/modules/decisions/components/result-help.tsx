import type { ResultView } from '../guide-view.server.ts';
import type { DecideReading } from './decide-reading.ts';

interface Props {
  view: ResultView;
  reading: DecideReading;
}

/** At the end, a person who answers. */
export function ResultHelp({ view, reading }: Props) {
  const { t } = reading;
  return (
    <section className="card sand">
      <h2>{t('result.help')}</h2>
      <p>{t('result.helpText')}</p>
      <HelpLinks view={view} reading={reading} />
    </section>
  );
}

export function HelpLinks({ view, reading: { t, pageLanguage } }: Props) {
  return (
    <p className="decide-buttons">
      {view.phones.map((number) => (
        <a key={number} className="action" data-first="" href={`tel:${number.replace(/[^+\d]/g, '')}`}>
          {t('gate.call')} <bdi dir="ltr">{number}</bdi>
        </a>
      ))}
      <a className="action" href={`/${pageLanguage}/visit`}>
        {t('gate.visit')}
      </a>
      <a className="action" href={`/${pageLanguage}/ask`}>
        {t('gate.ask')}
      </a>
    </p>
  );
}
