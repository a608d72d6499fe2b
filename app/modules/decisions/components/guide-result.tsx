import { formatDay } from '#platform/language/format-date.ts';
import type { ResultView } from '../guide-view.server.ts';
import type { DecideReading } from './decide-reading.ts';
import { CheckOverview, ResultChecks } from './result-checks.tsx';
import { ResultGate } from './result-gate.tsx';
import { ResultHelp } from './result-help.tsx';
import { ResultMoney } from './result-money.tsx';
import { ResultOptions } from './result-options.tsx';
import { PageLinks } from './page-links.tsx';
import { ReasonList } from './reason-list.tsx';
import { ResultSources } from './result-sources.tsx';

interface Props {
  view: ResultView;
  reading: DecideReading;
  /** What the sources say in full is on a page of its own. */
  isShort?: boolean;
}

/** What the answers say: what is red, the checks at a glance, what to do next, the ways; then why, and all that belongs to it. */
export function GuideResult({ view, reading, isShort }: Props) {
  const { t, language } = reading;
  const { decision, answers } = view;
  if (decision.gate) return <ResultGate gate={decision.gate} view={view} reading={reading} />;
  const parts = { view, reading };
  return (
    <div className="decide-result" data-hide={answers.hide}>
      <p className="lead">{t('result.text')}</p>
      {(view.from || view.to) && (
        <p className="decide-place">
          {view.from && view.to ? t('costs.range', { from: view.from, to: view.to }) : (view.from ?? view.to)}
        </p>
      )}
      {decision.warnings.length > 0 && (
        <section className="decide-warning">
          <h2>{t('result.warnings')}</h2>
          <ReasonList reasons={decision.warnings} {...parts} />
        </section>
      )}
      <CheckOverview {...parts} />
      <section>
        <h2>{t('result.steps')}</h2>
        <ol className="decide-steps">
          {decision.steps.map(({ id, pages }) => (
            <li key={id}>
              {t(`do.${id}`)} <PageLinks slugs={pages} view={view} />
            </li>
          ))}
        </ol>
      </section>
      <ResultOptions {...parts} />
      <ResultChecks {...parts} />
      {decision.money && <ResultMoney money={decision.money} {...parts} />}
      {decision.missing.length > 0 && (
        <section>
          <h2>{t('result.papers')}</h2>
          <ul className="decide-boxes">
            {decision.missing.map(({ code, step }) => (
              <li key={code}>
                {t(`paper.${code}`)} <span className="soft">{t(`paperStep.${step}`)}</span>
              </li>
            ))}
          </ul>
          {decision.notNeeded.length > 0 && (
            <>
              <h3>{t('result.noPapers')}</h3>
              <List
                codes={decision.notNeeded.map(({ code }) => code)}
                words={(code) => t(`question.${code}`)}
              />
            </>
          )}
        </section>
      )}
      <section>
        <h2>{t('result.questions')}</h2>
        <List codes={decision.questions} words={(code) => t(`question.${code}`)} />
      </section>
      {decision.unknowns.length > 0 && (
        <section>
          <h2>{t('result.unknown')}</h2>
          <List codes={decision.unknowns} words={(code) => t(`reason.${code}`)} />
        </section>
      )}
      <section className="decide-reflect">
        <h2>{t('result.reflect')}</h2>
        {answers.confidence !== undefined && <p>{t('result.sure', { value: answers.confidence })}</p>}
        {answers.intention && <p>{t(`answer.intention.${answers.intention}`)}</p>}
        <p>{t('result.reflectMind')}</p>
        <p>{t('result.reflectWho')}</p>
      </section>
      <ResultHelp {...parts} />
      <ResultSources {...parts} isShort={isShort} />
      <p className="soft">
        {t('result.asOf', { day: formatDay(decision.day, { language }), version: decision.rulesetVersion })}
      </p>
    </div>
  );
}

function List({ codes, words }: { codes: readonly string[]; words: (code: string) => string }) {
  return (
    <ul>
      {codes.map((code) => (
        <li key={code}>{words(code)}</li>
      ))}
    </ul>
  );
}
