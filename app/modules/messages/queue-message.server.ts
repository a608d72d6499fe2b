import type { OperationContext } from '#platform/operations/operation.server.ts';
import { forbidden } from '#platform/problem.ts';
import { type Message, sealMessage } from './message.server.ts';
import type { OutboxTables } from './outbox.tables.server.ts';

/** Longer than any message is tried. */
const keepWeeks = 2;

/**
 * Puts a message into the outbox and asks a job to send it, in the caller's transaction. About a client it is sealed
 * under that person's key; to somebody without a file under a key of the week that is destroyed some weeks later.
 */
export async function queueMessage(
  {
    house,
    actor,
    on,
    now,
    enqueue,
  }: Pick<OperationContext<unknown>, 'house' | 'actor' | 'on' | 'now' | 'enqueue'>,
  message: Message & { id: string; clientId?: string; kind: string },
): Promise<void> {
  if (!actor.centre) throw forbidden();
  const { id, clientId, kind, ...content } = message;
  const keyId = clientId ?? (await house.vault.weekKey('outbox', now, keepWeeks));
  await on<OutboxTables>()
    .insertInto('outbox')
    .values({
      id,
      centre_id: actor.centre.id,
      client_id: clientId ?? null,
      kind,
      key_id: keyId,
      sealed: await sealMessage(house.vault, keyId, id, content),
      send_after: now,
      created_at: now,
    })
    .execute();
  await enqueue('send-message', { messageId: id, centreId: actor.centre.id });
}
