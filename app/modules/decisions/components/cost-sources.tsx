import { formatFactValue, formatSourceDate } from '#modules/guides/index.tsx';
import type { CostView } from '../cost-view.server.ts';
import type { DecideReading } from './decide-reading.ts';

/** What was taken as given, and every source with its year and how far to trust it. */
export function CostSources({ view, reading }: { view: CostView; reading: DecideReading }) {
  const { t, values, language } = reading;
  const facts = view.sheet.lines.flatMap((line) => line.facts);
  return (
    <>
      <section>
        <h2>{t('costs.assume')}</h2>
        <ul>
          {view.sheet.assumptions.map((code) => (
            <li key={code}>{t(`assume.${code}`)}</li>
          ))}
          <li>{t('costs.feeNote')}</li>
        </ul>
      </section>
      <section className="decide-sources">
        <h2>{t('costs.facts')}</h2>
        <ol>
          {facts.map((fact, index) => (
            <li key={fact.code} id={`source-${index + 1}`}>
              <b>
                <bdi>{formatFactValue(fact, language, values)}</bdi>
              </b>{' '}
              <span lang={fact.statementLanguage}>{fact.statement}</span>{' '}
              <span className="soft">
                <bdi>{fact.source.title}</bdi> (<bdi>{formatSourceDate(fact.source.date, language)}</bdi>).{' '}
                {fact.isOverdue
                  ? t('result.overdue')
                  : fact.checkedOn === undefined
                    ? t('result.notChecked')
                    : ''}
              </span>
            </li>
          ))}
        </ol>
      </section>
    </>
  );
}
