import { formatFactValue, formatSourceDate } from '#modules/guides/index.tsx';
import type { Source } from '../decision-result.ts';
import type { ResultView } from '../guide-view.server.ts';
import type { DecideReading } from './decide-reading.ts';

/** Every source once, numbered as it is cited: what it says, where it stands, of when, and how far to trust it. */
export function ResultSources({ view, reading }: { view: ResultView; reading: DecideReading }) {
  const { sources } = view.decision;
  if (sources.length === 0) return null;
  return (
    <section className="decide-sources">
      <h2>{reading.t('result.sources')}</h2>
      <ol>
        {sources.map((source, index) => (
          <li key={source.id} id={`source-${index + 1}`}>
            <SourceText source={source} reading={reading} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function SourceText({ source, reading }: { source: Source; reading: DecideReading }) {
  const { t, values, language } = reading;
  if (source.kind === 'caution') return <>{t('result.caution')}</>;
  const value =
    source.value === undefined
      ? ''
      : formatFactValue(
          { kind: 'amount', value: source.value, valueTo: source.valueTo, unit: source.unit },
          language,
          values,
        );
  const marks = [
    source.isOverdue ? t('result.overdue') : source.isChecked ? '' : t('result.notChecked'),
    source.conflicts.length > 0 ? t('result.differ') : '',
  ].filter(Boolean);
  return (
    <>
      {value && (
        <b>
          <bdi>{value}</bdi>{' '}
        </b>
      )}
      {source.statement && <span lang={source.statementLanguage}>{source.statement} </span>}
      <span className="soft">
        <SourceTitle source={source} /> (<bdi>{formatSourceDate(source.date, language)}</bdi>).{' '}
        {marks.join(' ')}
      </span>
    </>
  );
}

function SourceTitle({ source: { title, url } }: { source: Source }) {
  if (!url || !/^https?:/.test(url)) return <bdi>{title}</bdi>;
  return (
    <a href={url} rel="noreferrer">
      <bdi>{title}</bdi>
    </a>
  );
}
