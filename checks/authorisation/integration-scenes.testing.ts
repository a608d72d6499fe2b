import { randomUUID } from 'node:crypto';
import { execute } from '#platform/operations/execute.server.ts';
import { keeperOf, makeTestToken, makeTestWebhook } from '#modules/integrations/integrations.testing.ts';
import { stopWebhook } from '#modules/integrations/operations/stop-webhook.server.ts';
import type { Standing } from './expected-answers.ts';
import type { Scene } from './scenes.testing.ts';
import type { World } from './world.testing.ts';

const plain = () => ({});
const ownerOf = ({ keeper, stranger }: World, standing: Standing) =>
  standing === 'other-centre' ? stranger : keeper;

const ofWebhook =
  (stopped: boolean): Scene =>
  async (world, _asker, standing) => {
    const owner = ownerOf(world, standing);
    const { webhookId } = await makeTestWebhook(world.house, owner);
    if (stopped) await execute(world.house, stopWebhook, keeperOf(world.house, owner), { webhookId });
    else await stopOthers(world, standing, webhookId);
    return { webhookId };
  };

/** A centre may have ten at once. */
async function stopOthers(world: World, standing: Standing, keep: string): Promise<void> {
  const owner = ownerOf(world, standing);
  const { rows } = await world.house.admin.query<{ id: string }>(
    'select id from serai.webhook where stopped_at is null and centre_id = $1 and id <> $2',
    [owner.centre.id, keep],
  );
  for (const { id } of rows)
    await execute(world.house, stopWebhook, keeperOf(world.house, owner), { webhookId: id });
}

/** Other programs: tokens and notices. */
export const integrationScenes: Record<string, Scene> = {
  'token.create': () => ({
    name: `Program ${randomUUID().slice(0, 8)}`,
    scopes: ['statistics.read'],
    days: 30,
  }),
  'token.list': plain,
  'token.revoke': async (world, _asker, standing) => ({
    tokenId: (await makeTestToken(world.house, ownerOf(world, standing), ['contacts.read'])).tokenId,
  }),
  'webhook.add': () => ({ url: 'https://hooks.example/in', events: ['contact.record'] }),
  'webhook.list': plain,
  'webhook.resume': ofWebhook(true),
  'webhook.settle': () => ({ outcomes: [] }),
  'webhook.stop': ofWebhook(false),
  'webhook.take-due': plain,
  'webhook.try': ofWebhook(false),
};
