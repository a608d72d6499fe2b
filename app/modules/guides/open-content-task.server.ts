import { randomUUID } from 'node:crypto';
import type { OperationContext } from '#platform/operations/operation.server.ts';
import { forbidden } from '#platform/problem.ts';
import type { ContentTaskTable, GuideTables } from './guide.tables.server.ts';

export interface NewContentTask {
  kind: ContentTaskTable['kind'];
  pageId?: string;
  factId?: string;
  questionId?: string;
  /** Code of CL-TOPIC. */
  topic?: string;
  language?: string;
  /** In the colleague's own words. Never what a person asked: the list is not sealed. */
  note?: string;
  dueOn?: string;
}

/** Puts something on the list of what is to be written, inside the caller's transaction. Returns the task's id. */
export async function openContentTask(
  context: Pick<OperationContext<never>, 'on' | 'actor' | 'now'>,
  task: NewContentTask,
): Promise<string> {
  // A deadline that passes opens a task too, and then nobody did.
  const { centre, staffId, kind } = context.actor;
  if (!centre || (kind !== 'job' && !staffId)) throw forbidden();
  const id = randomUUID();
  await context
    .on<GuideTables>()
    .insertInto('content_task')
    .values({
      id,
      centre_id: centre.id,
      kind: task.kind,
      page_id: task.pageId ?? null,
      fact_id: task.factId ?? null,
      question_id: task.questionId ?? null,
      topic: task.topic ?? null,
      language: task.language ?? null,
      note: task.note ?? null,
      due_on: task.dueOn ?? null,
      opened_by: staffId ?? null,
      opened_at: context.now,
    })
    .execute();
  return id;
}
