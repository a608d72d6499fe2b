import { z } from 'zod';
import { asStaff } from '#modules/facts/index.server.ts';
import { operationsOn } from '#platform/operations/operation.server.ts';
import { Problem } from '#platform/problem.ts';
import type { GuideTables } from '../guide.tables.server.ts';

/**
 * Takes a task off the list. A second look is never closed by who acted alone.
 * @throws Problem `content-task.closed`, `guide.second-person`
 */
export const closeContentTask = operationsOn<GuideTables>()({
  name: 'content-task.close',
  input: z.object({ taskId: z.uuid() }),
  subject: 'content-task',
  load: ({ tx }, { taskId }) =>
    tx.selectFrom('content_task').selectAll().where('id', '=', taskId).forUpdate().executeTakeFirst(),
  async run(context, { taskId }, task) {
    const { staffId } = asStaff(context);
    if (task.closed_at) throw new Problem('content-task.closed', 409);
    if (task.kind === 'second_look' && task.opened_by === staffId)
      throw new Problem('guide.second-person', 409);
    await context.tx
      .updateTable('content_task')
      .set({ closed_at: context.now, closed_by: staffId })
      .where('id', '=', taskId)
      .execute();
    return { result: { taskId }, audit: { subjectId: taskId, fields: ['task'] } };
  },
});
