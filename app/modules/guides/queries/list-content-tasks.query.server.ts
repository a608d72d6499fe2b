import { z } from 'zod';
import type { FactTables } from '#modules/facts/index.server.ts';
import { queriesOn } from '#platform/operations/query.server.ts';
import type { GuideTables } from '../guide.tables.server.ts';

/** What is to be written, read again or looked at by a second person; the most urgent first. */
export const listContentTasks = queriesOn<GuideTables & FactTables>()({
  name: 'content-task.list',
  params: z.object({}),
  subject: 'content-task',
  audit: 'none',
  async run({ tx, today }) {
    const rows = await tx
      .selectFrom('content_task')
      .leftJoin('guide_page', 'guide_page.id', 'content_task.page_id')
      .leftJoin('guide_text', (join) =>
        join
          .onRef('guide_text.page_id', '=', 'guide_page.id')
          .onRef('guide_text.language', '=', 'guide_page.source_language'),
      )
      .leftJoin('fact', 'fact.id', 'content_task.fact_id')
      .selectAll('content_task')
      .select(['guide_page.slug', 'guide_text.title', 'fact.code as fact_code'])
      .where('content_task.closed_at', 'is', null)
      .orderBy('content_task.due_on', (order) => order.asc().nullsLast())
      .orderBy('content_task.opened_at')
      .limit(200)
      .execute();
    return {
      answer: {
        tasks: rows.map((row) => ({ ...row, isOverdue: row.due_on !== null && row.due_on < today })),
      },
    };
  },
});
