import { randomUUID } from 'node:crypto';
import type { Actor } from '#platform/actor.ts';
import { testPdf } from '#platform/files/files.testing.ts';
import { UploadedFile } from '#platform/files/uploaded-file.server.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { attachTestProof } from '#modules/clients/consent-proof.testing.ts';
import { newPerson } from '#modules/clients/clients.testing.ts';
import { issueCard } from '#modules/clients/operations/issue-card.server.ts';
import { newContact } from '#modules/contacts/contacts.testing.ts';
import { sendReminder } from '#modules/contacts/operations/send-reminder.server.ts';
import { beginJob, newSeed } from '#modules/staff/index.server.ts';
import { addTestStaff } from '#modules/staff/staff.testing.ts';
import type { Standing } from './expected-answers.ts';
import { disclosureScenes } from './disclosure-scenes.testing.ts';
import { importScenes } from './import-scenes.testing.ts';
import { householdScenes } from './household-scenes.testing.ts';
import { backupScenes } from './backup-scenes.testing.ts';
import { integrationScenes } from './integration-scenes.testing.ts';
import { hubScenes } from './hub-scenes.testing.ts';
import {
  closeFile,
  makeAdvice,
  makeArrival,
  makeCall,
  makeClient,
  makeClosedClient,
  makeContact,
  makeDecision,
  makeFollowUp,
  makePage,
  makePair,
  today,
} from './records.testing.ts';
import { oversightScenes } from './oversight-scenes.testing.ts';
import { networkScenes } from './network-scenes.testing.ts';
import { listScenes } from './list-scenes.testing.ts';
import { mergeScenes } from './merge-scenes.testing.ts';
import { ownDataScenes } from './own-data-scenes.testing.ts';
import { questionScenes } from './question-scenes.testing.ts';
import { releaseScenes } from './release-scenes.testing.ts';
import { scanScenes } from './scan-scenes.testing.ts';
import { sealingScenes } from './sealing-scenes.testing.ts';
import { signInScenes } from './sign-in-scenes.testing.ts';
import type { World } from './world.testing.ts';

/** Makes what one act is about, standing so to the asker, and returns the act's input. */
export type Scene = (
  world: World,
  asker: Actor,
  standing: Standing,
) => Promise<Record<string, unknown>> | Record<string, unknown>;

const plain = () => ({});
const ofClient =
  (more: object = {}): Scene =>
  async (world, asker, standing) => ({ clientId: await makeClosedClient(world, standing, asker), ...more });
const ofContact =
  (more: object = {}): Scene =>
  async (world, asker, standing) => ({ contactId: await makeContact(world, standing, asker), ...more });
const ofFollowUp =
  (more: (world: World) => object = plain): Scene =>
  async (world, asker, standing) => ({
    followUpId: await makeFollowUp(world, standing, asker),
    ...more(world),
  });
const ofArrival =
  (called: boolean, more: object = {}): Scene =>
  async (world, asker, standing) => ({
    arrivalId: await makeArrival(world, standing, asker, { called }),
    ...more,
  });
const ofSite =
  (more: object = {}): Scene =>
  ({ centre, other }, _asker, standing) => ({
    siteId: (standing === 'other-centre' ? other : centre).siteIds[1] ?? other.siteIds[0],
    ...more,
  });

/** A colleague who was made for this, so that whatever is done to them disturbs nobody. */
const ofColleague =
  (more: object = {}): Scene =>
  async ({ house, keeper, stranger }, _asker, standing) => {
    const { actor } = await addTestStaff(house, standing === 'other-centre' ? stranger : keeper, [
      'receptionist',
    ]);
    return { staffId: actor.staffId, ...more };
  };

/** With people who stand so; a contact of one's own is with nobody in particular. */
const withPeople = async (world: World, asker: Actor, standing: Standing) =>
  standing === 'own' ? [] : [await makeClosedClient(world, standing, asker)];

const whose = (standing: Standing) => ({ whose: standing === 'own' ? 'mine' : 'all' });
const profile = {
  name: { en: 'Centre' },
  kind: 'mrc',
  context: 'origin',
  country: 'PK',
  timeZone: 'Asia/Karachi',
};
const site = { name: { en: 'Site' }, type: 'branch' };
const { consent: _consent, registerAnyway: _anyway, phones: _phones, ...person } = newPerson();
const decided = { explainedIn: 'prs', decisions: { research_follow_up: 'refused' } };
const code = { seed: newSeed(), code: '000000' };
const setUp = { setupCode: 'x'.repeat(43) };

export const scenes: Record<string, Scene> = {
  ...backupScenes,
  ...disclosureScenes,
  ...householdScenes,
  ...hubScenes,
  ...importScenes,
  ...integrationScenes,
  ...mergeScenes,
  ...networkScenes,
  ...oversightScenes,
  ...listScenes,
  ...ownDataScenes,
  ...questionScenes,
  ...releaseScenes,
  'advice.outdated': plain,
  'advice.settle': async (world, asker, standing) => {
    const { adviceId } = await makeAdvice(world, standing, asker, { outdated: true });
    return { adviceId, outcome: 'told', way: 'in_person' };
  },
  'arrival.call': ofArrival(false),
  'arrival.call-next': plain,
  'arrival.leave': ofArrival(true),
  'arrival.link-client': async (world, asker, standing) => ({
    arrivalId: await makeArrival(world, standing, asker, { called: true }),
    clientId: await makeClosedClient(world, 'centre', asker),
  }),
  'arrival.list': plain,
  'arrival.paper-sheet': () => ({ language: 'en' }),
  'arrival.register': () => ({ visitReason: 'info' }),
  'arrival.serve': ofArrival(true),
  'arrival.ticket': ofArrival(false, { language: 'en' }),
  'arrival.undo': ofArrival(true),
  'arrival.who': plain,
  'audit.event': () => ({ seq: 1 }),
  'audit.list': plain,
  'audit.record-check': () => ({ events: 1, headSeq: 1, headHash: '0'.repeat(64), findings: [] }),
  'audit.state': plain,
  'audit.verify': plain,
  'centre.edit': () => ({ ...profile, version: 1 }),
  'centre.public': () => ({ language: 'en' }),
  'centre.set-languages': () => ({
    defaultLanguage: 'en',
    languages: ['en'],
    clientLanguages: ['en'],
    version: 1,
  }),
  'centre.set-services': () => ({ services: [], version: 1 }),
  'centre.set-settings': () => ({
    values: { 'card.neutral-name': 'Reading card', 'desk.ticket-prefix': 'A' },
    version: 1,
  }),
  'centre.set-switches': () => ({ lists: [{ list: 'topic' }] }),
  'centre.switches': plain,
  'centre.view': plain,
  'client.assign': ofClient({ staffId: null }),
  'client.card': async (world, asker, standing) => ({
    clientId: await makeClosedClient(world, standing, asker),
  }),
  'client.decide-not-duplicate': (world, asker, standing) => makePair(world, standing, asker),
  'client.duplicates': ofClient(),
  'client.edit': ofClient(),
  'client.find': () => ({ text: 'Gulalai' }),
  'client.grant-reader': async (world, asker, standing) => ({
    clientId: await makeClosedClient(world, standing, asker),
    staffId: world.keeper.staffId,
  }),
  'client.issue-card': ofClient(),
  'client.list': plain,
  'client.prepare': plain,
  'client.readers': ofClient(),
  'client.register': () => ({ ...newPerson() }),
  'client.restrict': ofClient({ reason: 'for the test' }),
  'client.revoke-card': async (world, asker, standing) => {
    const clientId = await makeClosedClient(world, standing, asker);
    const by = standing === 'other-centre' ? world.stranger : world.maker;
    await execute(world.house, issueCard, by, { clientId });
    return { clientId };
  },
  'client.revoke-reader': async (world, asker, standing) => ({
    clientId: await makeClosedClient(world, standing, asker),
    staffId: world.maker.staffId,
  }),
  'client.set-safe-contact': ofClient({ version: 1, phones: [] }),
  'client.similar': () => ({ ...person }),
  'client.unrestrict': ofClient({ reason: 'for the test' }),
  'client.update': ofClient({ ...person, version: 1 }),
  'client.view': ofClient(),
  'client.who-looked': ofClient(),
  'consent.attach-proof': async (world, asker, standing) => ({
    ...(await signedDecision(world, asker, standing, { kept: false })),
    file: new UploadedFile(testPdf()),
  }),
  'consent.list': ofClient(),
  'consent.proof': (world, asker, standing) => signedDecision(world, asker, standing, { kept: true }),
  'consent.record': ofClient(decided),
  'consent.withdraw': ofClient({ purposes: ['contact_by_phone'] }),
  'contact.correct': ofContact({ ...newContact(), version: 1, reason: 'for the test' }),
  'contact.link-guides': async (world, asker, standing) => ({
    contactId: await makeContact(world, standing, asker),
    guideIds: [(await makePage(world, standing)).pageId],
  }),
  'contact.list': (_world, _asker, standing) => whose(standing),
  'contact.prepare': async (world, asker, standing) => ({
    clientIds: await withPeople(world, asker, standing),
  }),
  'contact.record': async (world, asker, standing) => ({
    ...newContact({ clientIds: await withPeople(world, asker, standing) }),
    siteId: world.centre.siteIds[0],
  }),
  'contact.unlink-guide': async (world, asker, standing) => {
    const { contactId, guideId } = await makeAdvice(world, standing, asker, { outdated: false });
    return { contactId, guideId };
  },
  'contact.view': ofContact(),
  'contact.void': ofContact({ version: 1, reason: 'for the test' }),
  'decision.keep': ofContact({ language: 'en', answers: { goal: 'earn' } }),
  'decision.list': ofContact(),
  'decision.prepare': ofContact(),
  'decision.view': async (world, asker, standing) => ({
    decisionId: await makeDecision(world, standing, asker),
  }),
  'doctor.ask': plain,
  'doctor.view': plain,
  'privacy-impact.view': plain,
  'draft.discard': () => ({ form: 'contact' }),
  'draft.open': () => ({ form: 'contact' }),
  'draft.save': () => ({ form: 'contact', fields: { note: 'half a sentence' } }),
  'campaign.assign': async (world, asker, standing) => ({
    callIds: [await makeCall(world, standing, asker)],
    staffId: (standing === 'other-centre' ? world.stranger : world.maker).staffId,
  }),
  'campaign.list': plain,
  'campaign.open': plain,
  'campaign.record-call': async (world, asker, standing) => ({
    callId: await makeCall(world, standing, asker),
    version: 1,
    outcome: 'not_reached',
  }),
  'campaign.results': plain,
  'follow-up.close': ofFollowUp(() => ({ version: 1, outcome: 'reached' })),
  'follow-up.list': (_world, _asker, standing) => whose(standing),
  'follow-up.move': ofFollowUp((world) => ({ version: 1, dueOn: today(world) })),
  'follow-up.plan': async (world, asker, standing) => ({
    clientId: await makeClosedClient(world, standing, asker),
    dueOn: today(world),
    way: 'phone',
  }),
  'follow-up.send-reminder': ofFollowUp(),
  'message.send': async (world, _asker, standing) => ({ messageId: await queuedMessage(world, standing) }),
  'recovery.confirm-sheet': () => ({ first: 'ABCD', second: 'EFGH' }),
  'recovery.grant-access': () => ({ email: 'nobody@centre.example', recoveryKey: 'not the key' }),
  'recovery.make-sheet': plain,
  'recovery.view': plain,
  ...scanScenes,
  ...sealingScenes,
  ...signInScenes,
  'staff.end-sessions': ofColleague(),
  'session.begin': () => ({
    email: 'nobody@centre.example',
    passphrase: 'not the passphrase',
    code: '000000',
  }),
  'session.end': plain,
  'session.lock': plain,
  'session.step-up': () => ({ code: '000000' }),
  'session.unlock': () => ({ passphrase: 'not the passphrase' }),
  'setup.complete': () => ({
    centre: { ...profile, defaultLanguage: 'en', languages: ['en'], clientLanguages: ['en'] },
    sites: [site],
    coordinator: {
      name: 'Nobody',
      email: 'nobody@centre.example',
      language: 'en',
      passphrase: 'nine slow camels at the well',
      ...code,
    },
  }),
  'setup.finish': () => ({ ...setUp, first: 'ABCD', second: 'EFGH' }),
  'setup.make-sheet': () => setUp,
  'setup.save-step': () => ({ ...setUp, step: 'language', language: 'en' }),
  'site.add': () => ({ ...site }),
  'site.close': ofSite(),
  'site.edit': ofSite({ ...site, version: 1 }),
  'site.reopen': ofSite(),
  'staff.accept-invitation': () => ({
    token: 'x'.repeat(43),
    passphrase: 'nine slow camels at the well',
    ...code,
  }),
  'staff.vouch-recovery': () => ({
    token: 'x'.repeat(43),
    email: 'nobody@centre.example',
    passphrase: 'not the passphrase',
    code: '000000',
  }),
  'staff.account': plain,
  'staff.change-passphrase': () => ({
    current: 'not the passphrase',
    passphrase: 'nine slow camels at the well',
  }),
  'staff.change-roles': ofColleague({ roles: ['receptionist'], version: 1 }),
  'staff.disable': async (world, asker, standing) => ({
    ...(await ofColleague()(world, asker, standing)),
    handOverTo: world.maker.staffId,
  }),
  'staff.edit': ofColleague({
    name: 'New Name',
    email: `${randomUUID()}@centre.example`,
    language: 'en',
    version: 1,
  }),
  'staff.enable': ofColleague(),
  'staff.invite': () => ({
    name: 'New',
    email: `${randomUUID()}@centre.example`,
    roles: ['receptionist'],
    language: 'en',
  }),
  'staff.list': plain,
  'staff.names': plain,
  'staff.read-notices': plain,
  'staff.renew-invitation': ofColleague(),
  'staff.reset-second-factor': ofColleague(),
  'staff.revoke-invitation': ofColleague(),
  'staff.update-profile': () => ({ language: 'en' }),
  'staff.view': ofColleague(),
  'statistics.compare': (_world, _asker, standing) => whose(standing),
  'statistics.view': (_world, _asker, standing) => whose(standing),
};

/** A decision of somebody who stands so; with `kept`, the scan of it is there. */
async function signedDecision(world: World, asker: Actor, standing: Standing, { kept }: { kept: boolean }) {
  const { house, maker, stranger } = world;
  const clientId = await makeClient(world, standing, asker);
  const { rows } = await house.admin.query<{ id: string }>(
    'select id from serai.consent where client_id = $1 order by seq limit 1',
    [clientId],
  );
  const about = { clientId, consentId: String(rows[0]?.id) };
  if (kept) await attachTestProof(house, standing === 'other-centre' ? stranger : maker, about);
  await closeFile(world, standing, asker, clientId);
  return about;
}

/** A reminder of a follow-up that waits in the outbox. */
async function queuedMessage(world: World, standing: Standing): Promise<string> {
  const { house, askers } = world;
  const foreign = standing === 'other-centre';
  const followUpId = await makeFollowUp(world, foreign ? standing : 'centre', askers.job);
  const job = foreign ? await beginJob(house, world.other.centreId) : askers.job;
  await execute(house, sendReminder, job, { followUpId });
  const { rows } = await house.admin.query<{ id: string }>(
    'select o.id from serai.outbox o join serai.follow_up f on f.client_id = o.client_id where f.id = $1',
    [followUpId],
  );
  return String(rows[0]?.id);
}

/** Whoever may surely do it to a record of that standing: proof that the scene holds what it says. */
export const rightfulAsker = (
  { maker, keeper, stranger }: World,
  action: string,
  standing: Standing,
): Actor | undefined => {
  if (standing === 'other-centre') return stranger;
  if (standing === 'restricted') return action.startsWith('staff.') ? keeper : maker;
  return undefined;
};
