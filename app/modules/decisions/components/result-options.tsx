import { type Aspect, aspects } from '../decision.ts';
import type { ResultView } from '../guide-view.server.ts';
import type { DecideReading } from './decide-reading.ts';
import { PageLinks } from './page-links.tsx';

/** Going beside staying: what is red stands first, whatever the order. */
export function ResultOptions({ view, reading: { t } }: { view: ResultView; reading: DecideReading }) {
  const { options, isOrdered } = view.decision;
  const names = (list: readonly Aspect[]) => list.map((aspect) => t(`aspect.${aspect}`)).join(', ');
  return (
    <section>
      <h2>{t('result.options')}</h2>
      <p className="soft">
        {t(isOrdered ? 'result.ordered' : 'result.unordered')} {t('result.stayAlways')}
      </p>
      {options.some(({ alerts }) => alerts.length > 0) && (
        <p className="decide-warning">
          <b>{t('option.go')}:</b> <a href="#checks">{t('option.alert')}</a>
        </p>
      )}
      <div className="decide-options">
        {options.map(({ id, marks, strong, weak, pages }) => (
          <article key={id} className="card">
            <h3>{t(`option.${id}`)}</h3>
            <p>{t(`option.${id}Text`)}</p>
            <dl className="decide-marks">
              {aspects.map((aspect) => (
                <div key={aspect}>
                  <dt>{t(`aspect.${aspect}`)}</dt>
                  <dd>
                    <meter min={0} max={4} value={marks[aspect]}>
                      {marks[aspect]}/4
                    </meter>
                  </dd>
                </div>
              ))}
            </dl>
            {strong.length > 0 && (
              <p>
                {t('option.strong')}: {names(strong)}
              </p>
            )}
            {weak.length > 0 && (
              <p>
                {t('option.weak')}: {names(weak)}
              </p>
            )}
            <PageLinks slugs={pages} view={view} />
          </article>
        ))}
      </div>
    </section>
  );
}
