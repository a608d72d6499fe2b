import type { OperationContext } from '#platform/operations/operation.server.ts';
import { Problem, versionConflict } from '#platform/problem.ts';
import { isWaiting } from './question.ts';
import type { QuestionRow, QuestionTables } from './question.tables.server.ts';

/** A question of the actor's centre, locked. */
export const lockQuestion = (
  { tx }: Pick<OperationContext<QuestionTables>, 'tx'>,
  questionId: string,
): Promise<QuestionRow | undefined> =>
  tx.selectFrom('question').selectAll().where('id', '=', questionId).forUpdate().executeTakeFirst();

/**
 * What every change of a question checks first.
 * @throws Problem `conflict.version` when a colleague or the asker was faster; `question.settled` when nobody waits
 */
export function requireWaiting(question: QuestionRow, version: number): void {
  if (question.version !== version) throw versionConflict();
  if (!isWaiting(question.state)) throw new Problem('question.settled', 409);
}
