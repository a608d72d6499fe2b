import { useText } from '#platform/web/page-texts.ts';
import type { LaidTable } from '../lay-out-tables.server.ts';
import './releases.css';

type Reason = 'small' | 'complementary' | 'released-differently' | 'kept';
const letters: Record<Reason, string> = {
  small: 'a',
  complementary: 'b',
  'released-differently': 'c',
  kept: 'd',
};

/** Tables as they leave, or would; where reasons are given, each hidden number has the letter of its own. */
export function ReleaseTables({ tables, threshold }: { tables: readonly LaidTable[]; threshold: number }) {
  const t = useText('releases');
  const reasons = (Object.keys(letters) as Reason[]).filter((reason) =>
    tables.some(({ rows }) =>
      rows.some(({ cells }) =>
        cells.some((cell) => cell.reason === reason || (reason === 'kept' && cell.kept)),
      ),
    ),
  );
  return (
    <>
      {reasons.length > 0 && (
        <div className="release-legend">
          <h3>{t('reason.legend')}</h3>
          <dl>
            {reasons.map((reason) => (
              <div key={reason}>
                <dt>{letters[reason]}</dt>
                <dd>{t(`reason.${reason}`, { threshold })}</dd>
              </div>
            ))}
          </dl>
        </div>
      )}
      <div className="release-tables">
        {tables.map((table) => (
          <OneTable key={table.code} table={table} />
        ))}
      </div>
    </>
  );
}

function OneTable({ table }: { table: LaidTable }) {
  const t = useText('releases');
  return (
    <section
      className="card release-table"
      aria-labelledby={`table-${table.code}`}
      data-wide={table.head.length > 3}
    >
      <h3 id={`table-${table.code}`} className="card-title">
        <span>{table.title}</span>
        <small>
          {table.hidden > 0 ? t('preview.hidden', { count: table.hidden }) : t('preview.none-hidden')}
        </small>
      </h3>
      <p className="field-hint">{table.definition}</p>
      {table.withheld ? (
        <p className="release-withheld">{t('preview.withheld')}</p>
      ) : (
        <div className="release-scroll">
          <table>
            <thead>
              <tr>
                {table.head.map((title) => (
                  <th key={title} scope="col">
                    {title}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {table.rows.map((row) => (
                <tr key={row.label} data-total={row.isTotal}>
                  <th scope="row">{row.label}</th>
                  {row.cells.map((cell, at) => (
                    <td key={table.head[at + 1]}>
                      {cell.n === null ? <HiddenNumber reason={cell.reason} /> : cell.text}
                      {cell.kept && <sup>{letters.kept}</sup>}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

function HiddenNumber({ reason }: { reason?: Reason | undefined }) {
  const t = useText('releases');
  return (
    <span className="release-hidden">
      <span aria-hidden="true">*</span>
      <span className="visually-hidden">{t('report.hidden')}</span>
      {reason && <sup>{letters[reason]}</sup>}
    </span>
  );
}
