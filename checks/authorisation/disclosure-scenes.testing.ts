import type { Actor } from '#platform/actor.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { proposeDisclosure } from '#modules/disclosure-requests/operations/propose-disclosure.server.ts';
import { recordDisclosureRequest } from '#modules/disclosure-requests/operations/record-disclosure-request.server.ts';
import type { Standing } from './expected-answers.ts';
import { makeClosedClient } from './records.testing.ts';
import type { Scene } from './scenes.testing.ts';
import type { World } from './world.testing.ts';

const asked = {
  asker: 'police' as const,
  askedBy: 'A station',
  basis: 'none' as const,
  channel: 'visit' as const,
  asked: 'for the test',
};
const refusing = {
  outcome: 'refused' as const,
  basis: 'none' as const,
  refusal: 'no_written_basis' as const,
};

/** A request about a person who stands so, written down and, if wished, proposed by somebody else. */
export async function makeDisclosure(
  world: World,
  standing: Standing,
  asker: Actor,
  { proposed = false } = {},
): Promise<string> {
  const clientId = await makeClosedClient(world, standing, asker);
  const by = standing === 'other-centre' ? world.stranger : world.maker;
  const { disclosureRequestId } = await execute(world.house, recordDisclosureRequest, by, {
    clientId,
    ...asked,
  });
  if (proposed)
    await execute(world.house, proposeDisclosure, by, { disclosureRequestId, version: 1, ...refusing });
  return disclosureRequestId;
}

/** Requests of others for a person's data. */
export const disclosureScenes: Record<string, Scene> = {
  'disclosure-request.count': () => ({}),
  'disclosure-request.decide': async (world, asker, standing) => ({
    disclosureRequestId: await makeDisclosure(world, standing, asker, { proposed: true }),
    version: 2,
    agree: true,
  }),
  'disclosure-request.list': () => ({}),
  'disclosure-request.of-client': async (world, asker, standing) => ({
    clientId: await makeClosedClient(world, standing, asker),
  }),
  'disclosure-request.prepare': async (world, asker, standing) => ({
    clientId: await makeClosedClient(world, standing, asker),
  }),
  'disclosure-request.propose': async (world, asker, standing) => ({
    disclosureRequestId: await makeDisclosure(world, standing, asker),
    version: 1,
    ...refusing,
  }),
  'disclosure-request.record': async (world, asker, standing) => ({
    clientId: await makeClosedClient(world, standing, asker),
    ...asked,
  }),
  'disclosure-request.tell': async (world, asker, standing) => ({
    disclosureRequestId: await makeDisclosure(world, standing, asker, { proposed: true }),
    version: 2,
    telling: 'not_reached',
  }),
  'disclosure-request.view': async (world, asker, standing) => ({
    disclosureRequestId: await makeDisclosure(world, standing, asker),
  }),
};
