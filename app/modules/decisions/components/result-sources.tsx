import { formatFactValue, formatSourceDate } from '#modules/guides/index.tsx';
import type { Source } from '../decision-result.ts';
import type { ResultView } from '../guide-view.server.ts';
import type { DecideReading } from './decide-reading.ts';

interface Props {
  view: ResultView;
  reading: DecideReading;
  /** Only title and year: a phone on a weak network gets what each one says on a page of its own. */
  isShort?: boolean | undefined;
}

/** Every source once, numbered as it is cited: what it says, where it stands, of when, and how far to trust it. */
export function ResultSources({ view, reading, isShort }: Props) {
  const { sources } = view.decision;
  if (sources.length === 0) return null;
  return (
    <section className="decide-sources">
      <h2>{reading.t('result.sources')}</h2>
      <ol>
        {sources.map((source, index) => (
          <li key={source.id} id={`source-${index + 1}`}>
            <SourceText source={source} reading={reading} isShort={isShort} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function SourceText({ source, reading, isShort }: { source: Source } & Omit<Props, 'view'>) {
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
      {source.statement && !isShort && <span lang={source.statementLanguage}>{source.statement} </span>}
      <span className="soft">
        <SourceTitle source={isShort ? { ...source, url: undefined } : source} /> (
        <bdi>{formatSourceDate(source.date, language)}</bdi>). {marks.join(' ')}
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
