import { isStaff, type StaffActor } from '#platform/actor.ts';
import { execute } from '#platform/operations/execute.server.ts';
import type { TestHouse } from '#platform/testing/test-house.server.ts';
import { addWebhook } from './operations/add-webhook.server.ts';
import { createToken } from './operations/create-token.server.ts';
import { resolveToken } from './resolve-token.server.ts';
import type { Scope } from './scopes.ts';
import { webhookSetting } from './switched-on.ts';
import type { WebhookEvent } from './webhook.ts';

/** The coordinator as after a fresh code, in a centre that has switched notices on. */
export const keeperOf = (house: TestHouse, coordinator: StaffActor): StaffActor => ({
  ...coordinator,
  steppedUpAt: house.clock.now(),
  centre: { ...coordinator.centre, settings: { ...coordinator.centre.settings, [webhookSetting]: true } },
});

export const makeTestToken = (house: TestHouse, coordinator: StaffActor, scopes: Scope[], days = 90) =>
  execute(house, createToken, keeperOf(house, coordinator), { name: 'Test program', scopes, days });

/** A program as it comes with its token. */
export async function openTestProgram(
  house: TestHouse,
  coordinator: StaffActor,
  scopes: Scope[],
): Promise<StaffActor> {
  const { token } = await makeTestToken(house, coordinator, scopes);
  const actor = await resolveToken(house, token);
  if (!isStaff(actor)) throw new Error('the token did not hold');
  return actor;
}

export const makeTestWebhook = (
  house: TestHouse,
  coordinator: StaffActor,
  events: WebhookEvent[] = ['contact.record'],
) => execute(house, addWebhook, keeperOf(house, coordinator), { url: 'https://hooks.example/in', events });
