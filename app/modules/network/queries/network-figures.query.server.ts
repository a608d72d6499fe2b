import { sql } from 'kysely';
import { z } from 'zod';
import type { CentreTables, LocalText } from '#modules/centres/index.server.ts';
import { queriesOn } from '#platform/operations/query.server.ts';
import { type CentreFigures, type NetworkFigures, protectNetworkFigures } from '../network-figures.ts';

/** The smallest number a network administrator is shown. */
const threshold = 5;
const monthsBack = 24;

export interface FiguresOfNetwork extends NetworkFigures {
  /** First day of the month. */
  month: string;
  /** The months that can be asked for, the newest first: whole ones that are over. */
  months: string[];
  names: Record<string, LocalText>;
  threshold: number;
}

/** Each centre's totals in a whole month that is over, and the sum of centres. No table of people, no site, no colleague. */
export const networkFigures = queriesOn<CentreTables>()({
  name: 'network.figures',
  params: z.object({ month: z.iso.date().optional() }),
  subject: 'centre',
  audit: 'none',
  async run({ tx, today }, params) {
    const months = wholeMonths(today);
    const month = months.find((first) => first === params.month) ?? months[0] ?? today;
    const centres = await tx
      .selectFrom('centre')
      .select(['id', 'name'])
      .orderBy('created_at')
      .orderBy('id')
      .execute();
    const { rows } = await sql<{
      centre_id: string;
      measure: string;
      n: number;
      part: number | null;
    }>`select * from network_figures(${month}::date)`.execute(tx);
    const numberOf = (id: string, measure: string, value: 'n' | 'part') =>
      rows.find((row) => row.centre_id === id && row.measure === measure)?.[value] ?? 0;
    const counted = centres.map(({ id }) => ({
      id,
      figures: {
        contacts: numberOf(id, 'contacts', 'n'),
        people: numberOf(id, 'people', 'n'),
        first_time: numberOf(id, 'people', 'part'),
        heads: numberOf(id, 'heads', 'n'),
        visits: numberOf(id, 'visits', 'n'),
      } satisfies CentreFigures,
    }));
    const answer: FiguresOfNetwork = {
      ...protectNetworkFigures(counted, threshold),
      month,
      months,
      names: Object.fromEntries(centres.map(({ id, name }) => [id, name])),
      threshold,
    };
    return { answer };
  },
});

/** The first days of the months that are over, the newest first. */
function wholeMonths(today: string): string[] {
  const year = Number(today.slice(0, 4));
  const month = Number(today.slice(5, 7));
  return Array.from({ length: monthsBack }, (_, back) =>
    new Date(Date.UTC(year, month - 2 - back, 1)).toISOString().slice(0, 10),
  );
}
