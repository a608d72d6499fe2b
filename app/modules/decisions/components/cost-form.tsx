import type { CostView } from '../cost-view.server.ts';
import type { SheetLine } from '../money-sheet.ts';
import { type DecideReading, money, plain } from './decide-reading.ts';

interface Props {
  view: CostView;
  reading: DecideReading;
}

/** Every line of the sheet with room for what was asked. Sent by GET: the amounts stand in the address. */
export function CostForm({ view, reading }: Props) {
  const { t, pageLanguage } = reading;
  const { sheet } = view;
  const known = sheet.lines.filter(({ official }) => official);
  const more = sheet.lines.filter(({ official }) => !official);
  const main = sheet.mainCurrency ?? view.currency;
  return (
    <form className="decide" action={`/${pageLanguage}/costs/${view.pair}`} autoComplete="off">
      <fieldset>
        <legend>{t('costs.way')}</legend>
        {['promoter', 'direct', 'state'].map((route) => (
          <label key={route} className="decide-choice">
            <input type="radio" name="route" value={route} defaultChecked={view.route === route} />
            {t(`answer.way.${route}`)}
          </label>
        ))}
      </fieldset>
      {view.bad.length > 0 && (
        <p className="decide-error" role="alert">
          {t('amountBad')}
        </p>
      )}
      <div className="decide-scroll">
        <table className="decide-costs">
          <thead>
            <tr>
              <th scope="col">{t('costs.item')}</th>
              <th scope="col">{t('costs.official')}</th>
              <th scope="col">{t('costs.asked')}</th>
            </tr>
          </thead>
          <tbody>
            {known.map((line) => (
              <CostLine key={line.key} line={line} view={view} reading={reading} />
            ))}
          </tbody>
        </table>
      </div>
      {more.length > 0 && (
        <details open={more.some(({ asked }) => asked)}>
          <summary>{t('costs.more')}</summary>
          <p className="soft">{t('costs.noFact')}</p>
          {more.map(({ key, item, currency }) => (
            <Field key={key} name={`a-${key}`} label={`${t(`costItem.${item}`)} (${currency})`} view={view} />
          ))}
        </details>
      )}
      <fieldset>
        <legend>{t('costs.wageTitle')}</legend>
        <p className="decide-line">
          <label htmlFor="currency">{t('costs.wageCurrency')}</label>
          <select id="currency" name="currency" defaultValue={view.currency}>
            {view.currencies.map((code) => (
              <option key={code}>{code}</option>
            ))}
          </select>
        </p>
        <Field name="rate" label={t('costs.rate', { main })} view={view} />
        <Field name="wage" label={t('ask.wage')} view={view} />
        <Field name="living" label={t('ask.living')} view={view} />
        <Field name="homeNeed" label={t('ask.homeNeed')} view={view} />
        <Field name="loan" label={t('costs.loan', { main })} view={view} />
        <Field name="repay" label={t('costs.repay', { main })} view={view} />
      </fieldset>
      <p className="soft">{t('costs.private')}</p>
      <p className="decide-buttons">
        <button className="action" data-first="">
          {t('costs.count')}
        </button>
      </p>
    </form>
  );
}

function CostLine({ line, view, reading }: { line: SheetLine } & Props) {
  const { t, language } = reading;
  const { official, currency, key, payer } = line;
  const item = t(`costItem.${line.item}`);
  const value =
    official && official.from !== official.to
      ? t('costs.range', { from: money(official.from, currency, reading), to: plain(official.to, language) })
      : money(official?.from ?? '0', currency, reading);
  return (
    <tr>
      <th scope="row">
        {item}
        {payer && (
          <span className="soft">
            {t('costs.payer')}: {t(`payer.${payer}`)}
          </span>
        )}
      </th>
      <td>
        <bdi>{value}</bdi>{' '}
        {line.facts.map((fact) => (
          <a key={fact.code} className="decide-cite" href={`#source-${numberOf(view, fact.code)}`}>
            [{numberOf(view, fact.code)}]
          </a>
        ))}
        {line.isConflict && <span className="decide-bad">{t('result.differ')}</span>}
        <Difference line={line} reading={reading} />
      </td>
      <td>
        <input
          name={`a-${key}`}
          aria-label={`${t('costs.asked')}: ${item} (${currency})`}
          dir="ltr"
          inputMode="decimal"
          maxLength={20}
          defaultValue={view.typed[`a-${key}`] ?? ''}
          aria-invalid={view.bad.includes(`a-${key}`) ? true : undefined}
        />
      </td>
    </tr>
  );
}

function Difference({
  line: { difference, currency, payer, asked },
  reading,
}: {
  line: SheetLine;
  reading: DecideReading;
}) {
  const { t } = reading;
  if (!difference) return null;
  if (difference.kind !== 'above') return <span className="soft">{t(`costs.${difference.kind}`)}</span>;
  const from = money(difference.from, currency, reading);
  const isRange = difference.from !== difference.to;
  return (
    <span className="decide-bad">
      {isRange
        ? t('costs.above', { from, to: plain(difference.to, reading.language) })
        : t('costs.aboveOne', { from })}
      {payer !== 'worker' && asked && ` ${t('costs.notYours')}`}
    </span>
  );
}

function Field({ name, label, view }: { name: string; label: string; view: CostView }) {
  return (
    <p className="decide-line">
      <label htmlFor={name}>{label}</label>
      <input
        id={name}
        name={name}
        dir="ltr"
        inputMode="decimal"
        maxLength={20}
        defaultValue={view.typed[name] ?? ''}
        aria-invalid={view.bad.includes(name) ? true : undefined}
      />
    </p>
  );
}

/** Sources are numbered in the order of the lines. */
export function numberOf(view: CostView, code: string): number {
  return view.sheet.lines.flatMap(({ facts }) => facts).findIndex((fact) => fact.code === code) + 1;
}
