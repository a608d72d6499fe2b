import { randomUUID } from 'node:crypto';
import { registerTestClient } from '#modules/clients/clients.testing.ts';
import { askNetwork } from '#modules/network/operations/ask-network.server.ts';
import { inquireNetwork } from '#modules/network/operations/inquire-network.server.ts';
import { inviteAdministrator } from '#modules/network/operations/invite-administrator.server.ts';
import { openCentre } from '#modules/network/operations/open-centre.server.ts';
import { newNetworkCentre } from '#modules/network/network.testing.ts';
import { newSeed, unsealStaffIdentity } from '#modules/staff/index.server.ts';
import { codeAt } from '#modules/staff/one-time-code.server.ts';
import { acceptInvitation } from '#modules/staff/operations/accept-invitation.server.ts';
import { inviteStaff } from '#modules/staff/operations/invite-staff.server.ts';
import { acceptTransfer } from '#modules/transfers/operations/accept-transfer.server.ts';
import { askBackTransfer } from '#modules/transfers/operations/ask-back-transfer.server.ts';
import { proposeTransfer } from '#modules/transfers/operations/propose-transfer.server.ts';
import { agreeToTransfer, newTransfer, sendTestTransfer } from '#modules/transfers/transfers.testing.ts';
import { type Actor, isStaff, publicActor, type StaffActor } from '#platform/actor.ts';
import { execute } from '#platform/operations/execute.server.ts';
import type { Standing } from './expected-answers.ts';
import { closeFile, makeClient, makeClosedClient } from './records.testing.ts';
import type { Scene } from './scenes.testing.ts';
import type { World } from './world.testing.ts';

const arranges = (asker: Actor): asker is StaffActor =>
  isStaff(asker) && asker.roles.includes('network_administrator');

/** As if the second factor had been proven just now. */
const fresh = ({ house }: World, actor: StaffActor): StaffActor => ({
  ...actor,
  steppedUpAt: house.clock.now(),
});

/** A centre that was opened for this; whoever may not act on it gets an id of nothing. */
const ofCentre =
  (more: object = {}): Scene =>
  async (world, asker) => {
    if (!arranges(asker)) return { centreId: randomUUID(), ...more };
    const plan = newNetworkCentre({ email: `${randomUUID()}@third.example` });
    const { centreId } = await execute(world.house, openCentre, fresh(world, asker), plan);
    return { centreId, ...more };
  };

/** A name like no other: the ask answers to near certain matches only. */
const uniqueWord = () =>
  `Q${randomUUID()
    .replaceAll('-', '')
    .slice(0, 12)
    .replace(/\d/g, (digit) => 'ghijklmnop'[Number(digit)] ?? '')}`;

/** Somebody known to one centre asks at the other: theirs to answer, or the asker's own to write about. */
async function makeAsk(
  world: World,
  holder: StaffActor,
  asker: StaffActor,
): Promise<{ askId: string; clientId: string }> {
  const { house } = world;
  const given = uniqueWord();
  const family = uniqueWord();
  const { clientId } = await registerTestClient(house, holder, {
    names: [{ given, family }],
    phones: [],
  });
  await agreeToTransfer(house, holder, clientId);
  // A day has passed since the scenes before: nobody has asked too often.
  await house.admin.query(
    `update serai.network_ask set asked_at = asked_at - interval '2 days' where asked_at > $1`,
    [new Date(house.clock.now().getTime() - 86_400_000)],
  );
  const { askId } = await execute(house, askNetwork, asker, {
    name: { given, family },
    birthYear: 1994,
    agreed: true,
  });
  return { askId, clientId };
}

async function makeInquiry(world: World, standing: Standing, asker: Actor): Promise<string> {
  const { house, maker, stranger } = world;
  const foreign = standing === 'other-centre';
  const [holder, writer] = foreign ? [stranger, maker] : [maker, stranger];
  const { askId, clientId } = await makeAsk(world, holder, writer);
  await execute(house, inquireNetwork, writer, { askId, reason: 'for the test' });
  await closeFile(world, standing, asker, clientId);
  return askId;
}

type Step = 'proposed' | 'sent' | 'clarification' | 'accepted';

/** A move out of the asker's centre, as far as this step; of the other centre for a stranger. */
export async function makeTransferOut(
  world: World,
  standing: Standing,
  asker: Actor,
  step: Step,
): Promise<string> {
  const { house, centre, other, keeper, maker, stranger } = world;
  const foreign = standing === 'other-centre';
  const clientId = await makeClient(world, standing, asker);
  const by = foreign ? stranger : maker;
  await agreeToTransfer(house, by, clientId);
  const to = foreign ? centre.centreId : other.centreId;
  const receiver = foreign ? keeper : stranger;
  const transferId =
    step === 'proposed'
      ? (await execute(house, proposeTransfer, by, newTransfer(clientId, to))).transferId
      : await sendTestTransfer(house, by, clientId, to);
  if (step === 'clarification') await execute(house, askBackTransfer, receiver, { transferId, text: 'Why?' });
  if (step === 'accepted') await execute(house, acceptTransfer, receiver, { transferId });
  await closeFile(world, standing, asker, clientId);
  return transferId;
}

/** A move into the asker's centre; into the other one for a stranger. */
async function makeTransferIn(
  world: World,
  standing: Standing,
  asker: Actor,
  accepted = false,
): Promise<string> {
  const { house, centre, other, keeper, maker, stranger } = world;
  const foreign = standing === 'other-centre';
  const [by, receiver] = foreign ? [maker, stranger] : [stranger, keeper];
  const clientId = await makeClient(world, foreign ? 'centre' : 'other-centre', asker);
  await agreeToTransfer(house, by, clientId);
  const transferId = await sendTestTransfer(house, by, clientId, foreign ? other.centreId : centre.centreId);
  if (!accepted) return transferId;
  const arrived = await execute(house, acceptTransfer, receiver, { transferId });
  await closeFile(world, standing, asker, arrived.clientId);
  return transferId;
}

const moving =
  (step: Step, more: object = {}): Scene =>
  async (world, asker, standing) => ({
    transferId: await makeTransferOut(world, standing, asker, step),
    ...more,
  });
const coming =
  (more: object = {}): Scene =>
  async (world, asker, standing) => ({
    transferId: await makeTransferIn(world, standing, asker),
    ...more,
  });

/** The asker's own second account, in the other centre and by the same address. */
async function secondAccount({ house, stranger }: World, asker: Actor): Promise<string> {
  if (!isStaff(asker)) return randomUUID();
  const { rows } = await house.admin.query<{ sealed_identity: Buffer; email_mac: Buffer }>(
    'select sealed_identity, email_mac from serai.staff_member where id = $1',
    [asker.staffId],
  );
  const identity = rows[0];
  if (!identity) return randomUUID();
  const there = await house.admin.query<{ id: string }>(
    'select id from serai.staff_member where email_mac = $1 and centre_id = $2',
    [identity.email_mac, stranger.centre.id],
  );
  if (there.rows[0]) return there.rows[0].id;
  const { name, email } = unsealStaffIdentity(house.vault, asker.staffId, identity.sealed_identity);
  const invited = await execute(house, inviteStaff, stranger, {
    name,
    email,
    roles: ['receptionist'],
    language: 'en',
  });
  const seed = newSeed();
  await execute(house, acceptInvitation, publicActor, {
    token: invited.token,
    passphrase: 'nine slow camels at the well',
    seed,
    code: codeAt(seed, house.clock.now()),
  });
  return invited.staffId;
}

export const networkScenes: Record<string, Scene> = {
  'network.answer-inquiry': async (world, asker, standing) => ({
    askId: await makeInquiry(world, standing, asker),
    answer: 'cannot_say',
  }),
  'network.ask': () => ({ name: { given: 'Gulalai' }, birthYear: 1994, agreed: true }),
  'network.figures': () => ({}),
  'network.inquire': async (world, asker, standing) => {
    const { maker, stranger } = world;
    const serves =
      isStaff(asker) &&
      asker.roles.some((role) => ['coordinator', 'counsellor', 'caseworker'].includes(role));
    const by = standing === 'other-centre' ? stranger : serves ? asker : maker;
    const holder = standing === 'other-centre' ? maker : stranger;
    return { askId: (await makeAsk(world, holder, by)).askId, reason: 'for the test' };
  },
  'network.invite-administrator': () => ({
    name: 'New',
    email: `${randomUUID()}@centre.example`,
    language: 'en',
  }),
  'network.list-asks': () => ({}),
  'network.list-centres': () => ({}),
  'network.note-ask': async (world, asker, standing) => ({
    askId: await makeInquiry(world, standing, asker),
  }),
  'network.open-centre': () => ({ ...newNetworkCentre({ email: `${randomUUID()}@third.example` }) }),
  'network.other-centres': () => ({}),
  'network.remove-administrator': async (world, asker) => {
    if (!arranges(asker)) return { staffId: randomUUID() };
    const { staffId } = await execute(world.house, inviteAdministrator, fresh(world, asker), {
      name: 'New',
      email: `${randomUUID()}@centre.example`,
      language: 'en',
    });
    return { staffId };
  },
  'network.resume-centre': ofCentre(),
  'network.suspend-centre': ofCentre({ reason: 'for the test' }),
  'session.centres': () => ({}),
  'session.switch-centre': async (world, asker) => ({ staffId: await secondAccount(world, asker) }),
  'transfer.accept': coming(),
  'transfer.ask-back': coming({ text: 'for the test' }),
  'transfer.clarify': moving('clarification', { text: 'for the test' }),
  'transfer.close': moving('accepted'),
  'transfer.confirm': async (world, asker, standing) => ({
    transferId: await makeTransferIn(world, standing, asker, true),
  }),
  'transfer.list': () => ({}),
  'transfer.note': moving('proposed'),
  'transfer.of-client': async (world, asker, standing) => ({
    clientId: await makeClosedClient(world, standing, asker),
  }),
  'transfer.propose': async (world, asker, standing) => {
    const { centre, other } = world;
    const clientId = await makeClient(world, standing, asker);
    await closeFile(world, standing, asker, clientId);
    const to = standing === 'other-centre' ? centre.centreId : other.centreId;
    return newTransfer(clientId, to, { override: 'for the test' });
  },
  'transfer.reject': coming({ reason: 'no_capacity' }),
  'transfer.revoke': moving('sent'),
  'transfer.send': moving('proposed', { countryChecked: true }),
  'transfer.view': moving('proposed'),
};
