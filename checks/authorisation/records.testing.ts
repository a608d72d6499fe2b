import { randomBytes, randomUUID } from 'node:crypto';
import { type Actor, isStaff, type StaffActor } from '#platform/actor.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { adviceIdOf, pageWithFact } from '#modules/advice/advice.testing.ts';
import { agreedConsent, registerTestClient } from '#modules/clients/clients.testing.ts';
import { assignClient } from '#modules/clients/operations/assign-client.server.ts';
import { restrictClient } from '#modules/clients/operations/restrict-client.server.ts';
import { linkGuides } from '#modules/contacts/operations/link-guides.server.ts';
import { recordTestContact } from '#modules/contacts/contacts.testing.ts';
import { keepDecision } from '#modules/decisions/operations/keep-decision.server.ts';
import { planFollowUp } from '#modules/contacts/operations/plan-follow-up.server.ts';
import { arrive } from '#modules/front-desk/front-desk.testing.ts';
import { callArrival } from '#modules/front-desk/operations/call-arrival.server.ts';
import type { Standing } from './expected-answers.ts';
import type { World } from './world.testing.ts';

const registering = new Set([
  'coordinator',
  'counsellor',
  'caseworker',
  'receptionist',
  'hotline_operator',
  'outreach_officer',
]);
const recording = new Set([...registering, 'trainer', 'volunteer']);
const calling = new Set(['coordinator', 'counsellor', 'caseworker', 'receptionist', 'volunteer']);
const maySee = (actor: Actor): actor is StaffActor =>
  isStaff(actor) && actor.roles.some((role) => recording.has(role));

const mayCall = (actor: Actor): actor is StaffActor =>
  isStaff(actor) && actor.roles.some((role) => calling.has(role));

/** Letters that belong to nobody, so that no two people here look alike. */
const newName = () => {
  const letters = randomBytes(9)
    .toString('hex')
    .replace(/\d/g, (digit) => 'ghijklmnop'[Number(digit)] ?? '');
  return { given: `Q${letters.slice(0, 8)}`, family: `X${letters.slice(8, 18)}` };
};
const newPhone = () => `0700${String(randomBytes(4).readUInt32BE() % 1_000_000).padStart(6, '0')}`;

/** A person's file that stands so to the asker. Where the asker's role cannot come to stand so, as near as it gets. */
export async function makeClient(
  world: World,
  standing: Standing,
  asker: Actor,
  given: Partial<Parameters<typeof registerTestClient>[2]> = {},
) {
  const { house, keeper, maker, stranger } = world;
  const byAsker = standing === 'own' && isStaff(asker) && asker.roles.some((role) => registering.has(role));
  const by = standing === 'other-centre' ? stranger : byAsker ? asker : maker;
  const phone = { number: newPhone(), owner: 'own' as const, safeToCall: true, safeToMessage: true };
  const { clientId } = await registerTestClient(house, by, {
    names: [newName()],
    phones: [phone],
    email: { address: `${newPhone()}@people.example`, safe: true },
    ...(given?.birth && {
      consent: { ...agreedConsent, form: 'guardian_plus_assent', guardian: 'An aunt', assent: true },
    }),
    ...given,
  });
  if (maySee(asker) && (standing === 'linked' || standing === 'reader-linked')) {
    await execute(house, assignClient, keeper, { clientId, staffId: asker.staffId });
  }
  return clientId;
}

/** Closes the file after everything about it was made, because its maker may be the last who can. */
export async function closeFile(
  world: World,
  standing: Standing,
  asker: Actor,
  clientId: string,
): Promise<void> {
  if (standing !== 'restricted' && standing !== 'reader' && standing !== 'reader-linked') return;
  const readers = standing !== 'restricted' && maySee(asker) ? [asker.staffId] : [];
  await execute(world.house, restrictClient, world.maker, { clientId, readers, reason: 'for the test' });
}

export async function makeClosedClient(world: World, standing: Standing, asker: Actor): Promise<string> {
  const clientId = await makeClient(world, standing, asker);
  await closeFile(world, standing, asker, clientId);
  return clientId;
}

/** Two files that look alike; how the first stands counts. */
export async function makePair(
  world: World,
  standing: Standing,
  asker: Actor,
): Promise<{ clientId: string; otherClientId: string }> {
  const names: [ReturnType<typeof newName>] = [newName()];
  const otherClientId = await makeClient(world, standing === 'other-centre' ? standing : 'centre', asker, {
    names,
  });
  const clientId = await makeClient(world, standing, asker, { names });
  await closeFile(world, standing, asker, clientId);
  return { clientId, otherClientId };
}

/** A contact: one's own is anonymous, the others are with a person who stands so. */
export async function makeContact(world: World, standing: Standing, asker: Actor): Promise<string> {
  const { house, centre, other, maker, stranger } = world;
  if (standing === 'own' && maySee(asker)) {
    return (await recordTestContact(house, asker, { siteId: centre.siteIds[0] })).contactId;
  }
  const clientId = await makeClient(world, standing, asker);
  const foreign = standing === 'other-centre';
  const siteId = (foreign ? other : centre).siteIds[0];
  const { contactId } = await recordTestContact(house, foreign ? stranger : maker, {
    clientIds: [clientId],
    siteId,
  });
  await closeFile(world, standing, asker, clientId);
  return contactId;
}

/** A guide that was kept with a contact which stands so. */
export async function makeDecision(world: World, standing: Standing, asker: Actor): Promise<string> {
  const { house, centre, other, maker, stranger } = world;
  const foreign = standing === 'other-centre';
  const clientId = await makeClient(world, standing, asker);
  const by = foreign ? stranger : maker;
  const siteId = (foreign ? other : centre).siteIds[0];
  const { contactId } = await recordTestContact(house, by, { clientIds: [clientId], siteId });
  const plan = { contactId, language: 'en', answers: { goal: 'earn' } };
  const { decisionId } = await execute(house, keepDecision, by, plan);
  await closeFile(world, standing, asker, clientId);
  return decisionId;
}

/** A page that is out, with a fact that can be changed. */
export async function makePage({ house, keeper, maker, stranger }: World, standing: Standing) {
  const foreign = standing === 'other-centre';
  return pageWithFact(house, foreign ? stranger : maker, foreign ? stranger : keeper);
}

/** A contact in which a page was shown; with `outdated`, a fact of it has changed since. */
export async function makeAdvice(
  world: World,
  standing: Standing,
  asker: Actor,
  { outdated }: { outdated: boolean },
) {
  const contactId = await makeContact(world, standing, asker);
  const { pageId, change } = await makePage(world, standing);
  const { maker, stranger, house } = world;
  const by = standing === 'other-centre' ? stranger : standing === 'own' && maySee(asker) ? asker : maker;
  await execute(house, linkGuides, by, { contactId, guideIds: [pageId] });
  if (outdated) await change();
  return { contactId, guideId: pageId, adviceId: await adviceIdOf(house, contactId) };
}

/** A follow-up by e-mail that is due today; one's own is assigned to the asker. */
export async function makeFollowUp(world: World, standing: Standing, asker: Actor): Promise<string> {
  const { house, maker, stranger } = world;
  const clientId = await makeClient(world, standing, asker);
  const { followUpId } = await execute(house, planFollowUp, standing === 'other-centre' ? stranger : maker, {
    clientId,
    dueOn: today(world),
    way: 'email',
    ...(standing === 'own' && isStaff(asker) && { assignedTo: asker.staffId }),
  });
  await closeFile(world, standing, asker, clientId);
  return followUpId;
}

/** An open call of the campaign about somebody's decision. */
export async function makeCall(world: World, standing: Standing, asker: Actor): Promise<string> {
  const { house, maker, stranger } = world;
  const by = standing === 'other-centre' ? stranger : maker;
  const clientId = await makeClient(world, standing, asker);
  const { contactId } = await recordTestContact(house, by, { clientIds: [clientId] });
  const callId = randomUUID();
  await house.admin.query(
    `insert into serai.campaign_call (id, centre_id, client_id, contact_id, round, due_on, opens_on, closes_on, assigned_to, created_at)
     select $1, centre_id, client_id, id, 'first', occurred_on, occurred_on, occurred_on + 10, counsellor_id, now()
     from serai.contact where id = $2`,
    [callId, contactId],
  );
  await closeFile(world, standing, asker, clientId);
  return callId;
}

/** Somebody at the desk; with `called`, a colleague has called them, or the asker where it is their own. */
export async function makeArrival(
  world: World,
  standing: Standing,
  asker: Actor,
  { called }: { called: boolean },
): Promise<string> {
  const { house, centre, other, maker, stranger } = world;
  const foreign = standing === 'other-centre';
  const by = foreign ? stranger : maker;
  const clientId = await makeClient(world, standing, asker);
  const { arrivalId } = await arrive(house, by, { clientId, siteId: (foreign ? other : centre).siteIds[0] });
  if (called)
    await execute(house, callArrival, standing === 'own' && mayCall(asker) ? asker : by, { arrivalId });
  await closeFile(world, standing, asker, clientId);
  return arrivalId;
}

export const today = ({ house }: World): string => house.clock.now().toISOString().slice(0, 10);
