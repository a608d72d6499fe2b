import type { StaffActor } from '#platform/actor.ts';
import { formatMoment } from '#platform/language/format-date.ts';
import { directionOf } from '#platform/language/interface-languages.ts';
import { localDay } from '#platform/language/local-day.ts';
import type { WriteCell } from '#platform/tables/table.ts';
import { tableResponse } from '#platform/tables/table-response.server.ts';
import type { Web } from '#platform/web/web-context.ts';
import type { ExportedList } from './list.ts';
import type { ExportTerms } from './list-seals.server.ts';
import { listWords } from './list-words.server.ts';

interface Step<Row> {
  rows: Row[];
  next: string | undefined;
  terms: ExportTerms & { startedAt: string };
}

/**
 * A list as a file, row by row while it is sent; nothing of it is kept. Above the table stands who took it, when and why.
 * @param step a page of the list by the query of its module, which has written into the audit whose data it holds
 */
export async function exportFile<Row>(
  web: Web,
  actor: StaffActor,
  list: ExportedList,
  step: (after: string | undefined) => Promise<Step<Row>>,
  cell: (row: Row, column: string) => WriteCell,
): Promise<Response> {
  const { t } = listWords(web);
  const first = await step(undefined);
  const { columns, format, reason, startedAt } = first.terms;
  const moment = new Date(startedAt);
  const { timeZone } = actor.centre;
  const at = formatMoment(moment, { language: web.language, timeZone });
  const rows = async function* () {
    for (let page = first; ; page = await step(page.next)) {
      for (const row of page.rows) yield columns.map((column) => cell(row, column));
      if (page.next === undefined) return;
    }
  };
  return tableResponse(format, `${list}-${localDay(moment, timeZone)}`, [
    {
      name: t(`export.sheet.${list}`),
      rightToLeft: directionOf(web.language) === 'rtl',
      above: [
        [t('export.mark', { who: actor.displayName, at })],
        [t('export.mark-reason', { reason })],
        [t('export.mark-care')],
      ],
      columns: columns.map((column) => ({ title: t(`columns.${list}.${column}`), width: 20 })),
      rows: rows(),
    },
  ]);
}
