import { z } from 'zod';
import { clientLabels } from '#modules/clients/index.server.ts';
import { queriesOn } from '#platform/operations/query.server.ts';
import type { ImportTables } from '../import.tables.server.ts';
import { openRows, openSettings } from '../import-seal.server.ts';
import { cellText } from '../plain-text.ts';

const page = 50;

export const listImportRowsParams = z.object({
  importId: z.uuid(),
  /** `wrong`: cannot be taken; `alike`: looks like somebody; `kept`: what an undo left. */
  what: z.enum(['wrong', 'alike', 'kept']),
  after: z.number().int().min(0).optional(),
});

/**
 * Rows of an import that want a look, with their cells as far as they wait, and beside each the person it looks like or
 * has become. Somebody out of the asker's reach has no face here, no id, and nothing says what is alike: else a file of
 * guesses would tell whose phone it is.
 */
export const listImportRows = queriesOn<ImportTables>()({
  name: 'import.rows',
  params: listImportRowsParams,
  subject: 'import',
  audit: 'viewed',
  async run({ house, tx, actor, today, on }, { importId, what, after }) {
    const head = await tx
      .selectFrom('register_import')
      .selectAll()
      .where('id', '=', importId)
      .executeTakeFirst();
    if (!head) return undefined;
    const settings = await openSettings(house, head);
    const rows = await tx
      .selectFrom('import_row')
      .selectAll()
      .where('import_id', '=', importId)
      .where('number', '>', after ?? 0)
      .$if(what === 'wrong', (query) => query.where('state', '=', 'wrong'))
      .$if(what === 'kept', (query) => query.where('state', '=', 'kept'))
      .$if(what === 'alike', (query) => query.where('resemblance', '<>', 'none').where('state', '=', 'ready'))
      .orderBy('number')
      .limit(page + 1)
      .execute();
    const shown = rows.slice(0, page);
    const cells = head.purged_at ? new Map() : await openRows(house, importId, shown);
    const others = await tx
      .selectFrom('import_row')
      .select(['number', 'sealed'])
      .where('import_id', '=', importId)
      .where('number', 'in', [0, ...shown.flatMap(({ suspect_row: number }) => number ?? [])])
      .execute();
    const otherCells = head.purged_at ? new Map() : await openRows(house, importId, others);
    const ids = shown.flatMap((row) => [row.suspect_client, row.client_id].flatMap((id) => id ?? []));
    const people = await clientLabels({ house, actor, today, on }, ids);
    const line = (of: Map<number, unknown>, number: number | null) => {
      const values =
        number === null ? undefined : (of.get(number) as Parameters<typeof cellText>[0][] | undefined);
      return values?.map(cellText);
    };
    return {
      answer: {
        headings: settings?.headings ?? [],
        columns: settings?.columns ?? [],
        rows: shown.map((row) => {
          const hidden = row.suspect_client !== null && !people.has(row.suspect_client);
          return {
            number: row.number,
            problems: row.problems,
            cells: line(cells, row.number),
            resemblance: hidden ? ('like' as const) : row.resemblance,
            reasons: hidden ? [] : row.suspect_reasons,
            decision: row.decision,
            suspectRow: row.suspect_row,
            suspectCells: line(otherCells, row.suspect_row),
            suspect: row.suspect_client
              ? { ...(!hidden && { id: row.suspect_client }), ...people.get(row.suspect_client) }
              : undefined,
            client: row.client_id ? { id: row.client_id, ...people.get(row.client_id) } : undefined,
          };
        }),
        next: rows.length > page ? shown.at(-1)?.number : undefined,
      },
      viewed: { subjectId: importId, itemIds: [...people.keys()], count: shown.length, fields: ['rows'] },
    };
  },
});
