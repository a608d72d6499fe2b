import type { OperationContext } from '#platform/operations/operation.server.ts';
import { forbidden } from '#platform/problem.ts';
import { type Message, sealMessage } from './message.server.ts';
import type { OutboxTables } from './outbox.tables.server.ts';

/** Puts a message about a client into the outbox and asks a job to send it, in the caller's transaction. */
export async function queueMessage(
  {
    house,
    actor,
    on,
    now,
    enqueue,
  }: Pick<OperationContext<unknown>, 'house' | 'actor' | 'on' | 'now' | 'enqueue'>,
  message: Message & { id: string; clientId: string; kind: string },
): Promise<void> {
  if (!actor.centre) throw forbidden();
  const { id, clientId, kind, ...content } = message;
  await on<OutboxTables>()
    .insertInto('outbox')
    .values({
      id,
      centre_id: actor.centre.id,
      client_id: clientId,
      kind,
      key_id: clientId,
      sealed: await sealMessage(house.vault, clientId, id, content),
      send_after: now,
      created_at: now,
    })
    .execute();
  await enqueue('send-message', { messageId: id, centreId: actor.centre.id });
}
