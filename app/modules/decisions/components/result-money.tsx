import type { MoneyView } from '../decision-result.ts';
import { type DecideReading, money } from './decide-reading.ts';

/** The sums behind the check of the money, with three cases side by side. */
export function ResultMoney({ money: sums, reading }: { money: MoneyView; reading: DecideReading }) {
  const { t } = reading;
  const amount = (text: string) => <bdi>{money(text, sums.currency, reading)}</bdi>;
  const payback = sums.paybackMonths;
  return (
    <section>
      <h2>{t('result.money', { currency: sums.currency })}</h2>
      <table>
        <tbody>
          <tr>
            <th scope="row">{t('money.cost')}</th>
            <td>{amount(sums.cost)}</td>
          </tr>
          {sums.interest !== '0' && (
            <tr>
              <th scope="row">{t('money.interest')}</th>
              <td>{amount(sums.interest)}</td>
            </tr>
          )}
          <tr>
            <th scope="row">{t('money.net')}</th>
            <td>{amount(sums.net)}</td>
          </tr>
          <tr>
            <th scope="row">{t('money.payback')}</th>
            <td>{payback === undefined ? t('money.never') : t('months', { count: payback })}</td>
          </tr>
        </tbody>
        <tbody>
          <tr>
            <th scope="rowgroup" colSpan={2}>
              {t('money.case')}
            </th>
          </tr>
          {sums.cases.map(({ id, months, balance }) => (
            <tr key={id}>
              <th scope="row">
                {t(`money.${id}`, { count: months, percent: sums.lessPercent, unpaid: sums.unpaidMonths })}
              </th>
              <td>{amount(balance)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="soft">{t('money.counted')}</p>
    </section>
  );
}
