import { randomUUID } from 'node:crypto';
import type { Actor } from '#platform/actor.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { recordRequest } from '#modules/erasures/operations/record-request.server.ts';
import { receiptKeys } from '#modules/questions/index.server.ts';
import { sealReason } from '#modules/retention/hold-reason.server.ts';
import type { Standing } from './expected-answers.ts';
import { makeClosedClient } from './records.testing.ts';
import type { Scene } from './scenes.testing.ts';
import type { World } from './world.testing.ts';

const asked = {
  kind: 'erasure' as const,
  cause: 'client_request' as const,
  channel: 'desk' as const,
  identityBy: 'known' as const,
};

/** A request of a person who stands so, written down by somebody else. */
export async function makeRequest(world: World, standing: Standing, asker: Actor): Promise<string> {
  const clientId = await makeClosedClient(world, standing, asker);
  const by = standing === 'other-centre' ? world.stranger : world.maker;
  return (await execute(world.house, recordRequest, by, { clientId, ...asked })).requestId;
}

/** What a night proposed: the row that the nightly look writes, for a person who stands so. */
export async function makeProposal(world: World, standing: Standing, asker: Actor): Promise<string> {
  const clientId = await makeClosedClient(world, standing, asker);
  const id = randomUUID();
  await world.house.admin.query(
    `insert into serai.retention_proposal (id, centre_id, class, client_id, restricted, pieces, clock_on, due_on, proposed_at)
     select $1, centre_id, 'client-file', id, restricted, 1, coalesce(last_contact_on, registered_on), registered_on, now()
     from serai.client where id = $2`,
    [id, clientId],
  );
  return id;
}

const inYear = (world: World) =>
  new Date(world.house.clock.now().getTime() + 90 * 86_400_000).toISOString().slice(0, 10);
const hold = (world: World) => ({
  ground: 'audit' as const,
  reason: 'for the test',
  reviewOn: inYear(world),
});

const decided = { version: 1, toldHow: 'in_person' as const };

/** People's own requests, holds, and what is old. */
export const ownDataScenes: Record<string, Scene> = {
  'client.erase': async (world, asker, standing) => ({
    requestId: await makeRequest(world, standing, asker),
    ...decided,
    sure: true,
  }),
  'hold.end': async (world, asker, standing) => {
    const clientId = await makeClosedClient(world, standing, asker);
    const id = randomUUID();
    const sealed = await sealReason(
      world.house,
      { id, client_id: clientId },
      'sealed_reason',
      'for the test',
    );
    await world.house.admin.query(
      `insert into serai.legal_hold (id, centre_id, client_id, restricted, ground, sealed_reason, review_on, placed_by, placed_at)
       select $1, centre_id, id, restricted, 'audit', $3, '2027-01-01', registered_by, now() from serai.client where id = $2`,
      [id, clientId, sealed],
    );
    return { holdId: id, reason: 'for the test' };
  },
  'hold.list': () => ({}),
  'hold.of-client': async (world, asker, standing) => ({
    clientId: await makeClosedClient(world, standing, asker),
  }),
  'hold.place': async (world, asker, standing) => ({
    clientId: await makeClosedClient(world, standing, asker),
    ...hold(world),
  }),
  'request.decide': async (world, asker, standing) => ({
    requestId: await makeRequest(world, standing, asker),
    ...decided,
    outcome: 'refused',
    refusal: 'law',
  }),
  'request.list': () => ({}),
  'request.own': async (world, asker) => {
    const clientId = await makeClosedClient(world, 'centre', asker);
    const { digits } = await execute(world.house, recordRequest, world.maker, { clientId, ...asked });
    return { token: (await receiptKeys(digits.join(' '))).token };
  },
  'request.prepare': async (world, asker, standing) => ({
    clientId: await makeClosedClient(world, standing, asker),
  }),
  'request.record': async (world, asker, standing) => ({
    clientId: await makeClosedClient(world, standing, asker),
    ...asked,
  }),
  'request.view': async (world, asker, standing) => ({
    requestId: await makeRequest(world, standing, asker),
  }),
  'retention.approve': async (world, asker, standing) => ({
    proposalIds: [await makeProposal(world, standing, asker)],
    sure: true,
  }),
  'retention.confirm-clock': () => ({}),
  'retention.keep': async (world, asker, standing) => ({
    proposalId: await makeProposal(world, standing, asker),
    until: inYear(world),
    reason: 'for the test',
  }),
  'retention.look': () => ({}),
  'retention.overview': () => ({}),
};
