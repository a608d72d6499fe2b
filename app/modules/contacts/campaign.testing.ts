import type { StaffActor } from '#platform/actor.ts';
import type { TestHouse } from '#platform/testing/test-house.server.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { agreedConsent, registerTestClient } from '#modules/clients/clients.testing.ts';
import { beginJob } from '#modules/staff/index.server.ts';
import { recordTestContact } from './contacts.testing.ts';
import { openCalls } from './operations/open-calls.server.ts';

const asked = {
  ...agreedConsent,
  decisions: { ...agreedConsent.decisions, research_follow_up: 'given' as const },
};

/** Somebody who was advised today and agreed to be asked later. */
export async function adviseTestClient(
  house: TestHouse,
  actor: StaffActor,
  { talk = {}, person = {} }: { talk?: object; person?: object } = {},
) {
  const { clientId } = await registerTestClient(house, actor, { consent: asked, ...person });
  const { contactId } = await recordTestContact(house, actor, {
    clientIds: [clientId],
    likelihoodBefore: 8,
    intentionAfter: 'undecided',
    ...talk,
  });
  return { clientId, contactId };
}

/** The night's job of a centre. */
export const openTestCalls = async (house: TestHouse, centreId: string) =>
  execute(house, openCalls, await beginJob(house, centreId), {});

export const days = (count: number) => count * 24 * 3_600_000;
