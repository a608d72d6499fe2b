import { sql } from 'kysely';
import { settingOf } from '#modules/centres/index.server.ts';
import { protectNumber, protectTable } from '#modules/statistics/index.server.ts';
import { queriesOn } from '#platform/operations/query.server.ts';
import { fieldProblem } from '#platform/problem.ts';
import { countDisclosuresParams } from '../disclosure-request.schemas.ts';
import type { DisclosureRequestTables } from '../disclosure-request.tables.server.ts';

/**
 * A year in numbers, for whoever tells the public how often the centre was asked: how many, by whom, and what became of
 * it. Two tables beside one total and never crossed; small numbers as the centre has set. A year that has not ended is
 * counted up to now. Requests about closed files are in the numbers.
 */
export const countDisclosureRequests = queriesOn<DisclosureRequestTables>()({
  name: 'disclosure-request.count',
  params: countDisclosuresParams,
  subject: 'disclosure-request',
  audit: 'none',
  async run({ tx, actor, today }, params) {
    const thisYear = Number(today.slice(0, 4));
    const year = params.year ?? thisYear;
    if (year > thisYear) throw fieldProblem('year', 'in-the-future');
    const threshold = settingOf(actor.centre?.settings, 'figures.small-cell');
    const { rows } = await sql<{ asker: string; state: string; n: number }>`
      select asker, state, n::integer as n from disclosure_counts(${year})`.execute(tx);
    const by = (column: 'asker' | 'state') =>
      protectTable(
        [...Map.groupBy(rows, (row) => row[column])].map(([code, group]) => ({ code, n: sum(group) })),
        threshold,
      );
    return {
      answer: {
        year,
        latestYear: thisYear,
        threshold,
        total: protectNumber(sum(rows), threshold),
        byAsker: by('asker'),
        byOutcome: by('state'),
      },
    };
  },
});

const sum = (rows: readonly { n: number }[]): number => rows.reduce((total, { n }) => total + n, 0);
