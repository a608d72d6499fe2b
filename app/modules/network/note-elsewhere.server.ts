import { randomUUID } from 'node:crypto';
import { appendAudit } from '#platform/audit/append-audit.server.ts';
import { blankEvent } from '#platform/operations/execute.server.ts';
import type { OperationContext } from '#platform/operations/operation.server.ts';

/**
 * What a network administrator did to another centre stands in that centre's record too, in the same transaction.
 * For operations of the auth login, which alone may write to any chain; call it last.
 */
export async function noteElsewhere(
  { house, actor, tx, now }: OperationContext<never>,
  centreId: string,
  event: { action: string; subject: string; subjectId: string; fields?: string[] },
): Promise<void> {
  if (centreId === actor.centre?.id) return;
  await appendAudit(tx, house.vault, centreId, {
    ...blankEvent(randomUUID(), { name: event.action, subject: event.subject }, actor, now),
    subjectId: event.subjectId,
    relation: 'centre',
    fields: event.fields ?? [],
    result: 'done',
  });
}
