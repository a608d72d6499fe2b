import type { FactView } from '#modules/facts/index.server.ts';
import { formatDay } from '#platform/language/format-date.ts';
import { directionOf } from '#platform/language/interface-languages.ts';
import { safeHref } from '../body-link.ts';
import { formatFactValue, formatSourceDate } from '../fact-value.ts';
import { FactAddress } from './fact-address.tsx';
import type { GuideReading } from './guide-body.tsx';

/** A whole fact: its value, what it says, where that comes from, and how far to trust it. */
export function GuideFact({ code, reading }: { code: string; reading: GuideReading }) {
  const { language, texts } = reading;
  const fact = reading.facts(code);
  const frame = { className: 'guide-fact', lang: language, dir: directionOf(language) };
  if (!fact) {
    return (
      <div {...frame}>
        <p className="guide-missing">{texts('missing')}</p>
      </div>
    );
  }
  const isAddress = fact.kind === 'phone' || fact.kind === 'web';
  const value = isAddress ? (
    <FactAddress fact={fact} reading={reading} />
  ) : (
    formatFactValue(fact, language, texts)
  );
  return (
    <div {...frame}>
      {value !== '' && <p className="guide-fact-value">{value}</p>}
      <p lang={fact.statementLanguage} dir={directionOf(fact.statementLanguage)}>
        {fact.statement}
      </p>
      <FactConflicts fact={fact} reading={reading} />
      <p className="guide-soft">
        {texts('source')}: <FactSource fact={fact} language={language} />
        {fact.confidence !== 'official' && <>. {texts(`confidence.${fact.confidence}`)}</>}
        {fact.statementIsDraft && <>. {texts('draft')}</>}
      </p>
      <FactTrust fact={fact} reading={reading} />
    </div>
  );
}

function FactSource({ fact: { source }, language }: { fact: FactView; language: string }) {
  const href = source.url === undefined ? undefined : safeHref(source.url);
  return (
    <>
      {href === undefined ? (
        <bdi>{source.title}</bdi>
      ) : (
        <a href={href} rel="noreferrer">
          <bdi>{source.title}</bdi>
        </a>
      )}{' '}
      (<bdi>{formatSourceDate(source.date, language)}</bdi>)
    </>
  );
}

/** "Checked on …", or that nobody has, or that it is time again. */
function FactTrust({ fact, reading: { language, texts } }: { fact: FactView; reading: GuideReading }) {
  if (fact.isOverdue) return <p className="guide-mark">{texts('overdue')}</p>;
  if (fact.checkedOn === undefined) return <p className="guide-mark">{texts('notChecked')}</p>;
  return (
    <p className="guide-checked">{texts('checkedOn', { day: formatDay(fact.checkedOn, { language }) })}</p>
  );
}

function FactConflicts({ fact, reading }: { fact: FactView; reading: GuideReading }) {
  const { language, texts } = reading;
  return fact.conflicts.map(({ code, note }) => {
    const other = reading.facts(code);
    const value = other && formatFactValue(other, language, texts);
    return (
      <p key={code} className="guide-mark">
        {texts('differ')} {value ? `${texts('other', { value })} ` : ''}
        {note !== '' && (
          <bdi lang={fact.statementLanguage} dir={directionOf(fact.statementLanguage)}>
            {note}
          </bdi>
        )}
      </p>
    );
  });
}
