import type { CostView } from '../cost-view.server.ts';
import type { SheetTotal } from '../money-sheet.ts';
import { type DecideReading, money, plain } from './decide-reading.ts';

/** Asked for these, a worker is asked for too much, whatever the amount. */
const recruitment = new Set(['agency_fee', 'sub_agent_fee', 'informal_payment']);

/** The sum of what was typed: beside the wage, what is above the official amounts, and where to go with it. */
export function CostSum({ view, reading }: { view: CostView; reading: DecideReading }) {
  const { t, language } = reading;
  const { official, expected, interest, wages, payback, lines, mainCurrency } = view.sheet;
  const isAbove = lines.some(({ difference, asked, item }) =>
    difference ? difference.kind === 'above' : asked !== undefined && recruitment.has(item),
  );
  const number = (value: number) => plain(String(value), language);
  return (
    <section className="decide-sum" data-level={wages?.level}>
      <h2>{t('costs.result')}</h2>
      <dl className="decide-totals">
        <div>
          <dt>{t('costs.total')}</dt>
          <dd>
            <Totals totals={official} reading={reading} />
          </dd>
        </div>
        <div>
          <dt>{t('costs.totalAsked')}</dt>
          <dd>
            <Totals totals={expected} reading={reading} />
          </dd>
        </div>
      </dl>
      {interest && <p>{t('costs.interest', { amount: money(interest, mainCurrency ?? '', reading) })}</p>}
      {wages && (
        <>
          <p>
            <b>
              {wages.from === wages.to
                ? t('costs.wagesOne', { from: number(wages.from) })
                : t('costs.wages', { from: number(wages.from), to: number(wages.to) })}
            </b>
          </p>
          <p>{t(`costs.${wages.level}`)}</p>
        </>
      )}
      {payback === 'never' && <p>{t('costs.never')}</p>}
      {payback && payback !== 'never' && (
        <p>
          {payback.from === payback.to
            ? t('costs.paybackOne', { from: number(payback.from) })
            : t('costs.payback', { from: number(payback.from), to: number(payback.to) })}
        </p>
      )}
      {isAbove && (
        <p>
          {t('costs.complain')} {view.feesHref && <a href={view.feesHref}>{t('costs.complainRead')}</a>}
        </p>
      )}
    </section>
  );
}

function Totals({ totals, reading }: { totals: readonly SheetTotal[]; reading: DecideReading }) {
  return totals.map(({ currency, from, to }) => (
    <bdi key={currency}>
      {from === to
        ? money(from, currency, reading)
        : reading.t('costs.range', {
            from: money(from, currency, reading),
            to: plain(to, reading.language),
          })}{' '}
    </bdi>
  ));
}
