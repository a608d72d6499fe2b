import { afterAll, beforeAll, expect, test } from 'vitest';
import { agreedConsent, registerTestClient } from '../app/modules/clients/clients.testing.ts';
import { recordConsent } from '../app/modules/clients/operations/record-consent.server.ts';
import { recordTestContact } from '../app/modules/contacts/contacts.testing.ts';
import { addNetworkAdministrator, openNetworkCentre } from '../app/modules/network/network.testing.ts';
import { acceptInvitation } from '../app/modules/staff/operations/accept-invitation.server.ts';
import { inviteStaff } from '../app/modules/staff/operations/invite-staff.server.ts';
import { codeAt, newSeed } from '../app/modules/staff/one-time-code.server.ts';
import { signIn, type TestStaff } from '../app/modules/staff/staff.testing.ts';
import { publicActor } from '../app/platform/actor.ts';
import { execute } from '../app/platform/operations/execute.server.ts';
import { nextCode } from './support/next-code.ts';
import { type Journey, openJourney } from './support/open-journey.ts';

const otherPassphrase = 'ten grey herons on the bank';

let journey: Journey;
let admin: TestStaff;
let river: Awaited<ReturnType<typeof openNetworkCentre>>;
/** One person with an account in both centres. */
let here: TestStaff;
let seedThere: string;
beforeAll(async () => {
  journey = await openJourney();
  const { house, centre } = journey;
  admin = await addNetworkAdministrator(house, centre.coordinator.actor);
  river = await openNetworkCentre(house, admin.actor);
  here = await journey.join('counsellor');
  const invited = await execute(house, inviteStaff, river.coordinator.actor, {
    name: 'The same counsellor',
    email: here.email,
    roles: ['counsellor'],
    language: 'en',
  });
  seedThere = newSeed();
  await execute(house, acceptInvitation, publicActor, {
    token: invited.token,
    passphrase: otherPassphrase,
    seed: seedThere,
    code: codeAt(seedThere, house.clock.now()),
  });
});
afterAll(() => journey?.close());

test('whoever administers the network opens a centre, hands its link over, suspends it, and sees no person', async () => {
  const actor = await signIn(journey.house, admin);
  const { page, go, look, allow } = await journey.visit({ ...admin, actor });
  await go('/staff');
  await page.getByRole('heading', { name: 'Centres of the network' }).waitFor();
  await look('network-centres');
  await page.getByRole('link', { name: 'Open a centre' }).click();
  await page.getByLabel('Name of the centre', { exact: false }).first().fill('Hill Top Centre');
  await look('network-open');
  await go('/staff/network/figures');
  await page.getByText('Sum of centres', { exact: true }).waitFor();
  await look('network-figures');
  await go('/staff/network/administrators');
  await look('network-administrators');
  await go(`/staff/network/centres/${river.centreId}`);
  await look('network-centre');
  allow(/status of 403/);
  for (const closed of ['/staff/people', '/staff/transfers', '/staff/asks']) {
    const answer = await page.goto(`${journey.url}${closed}`);
    expect([closed, answer?.status()]).toEqual([closed, 403]);
  }
});

test('a counsellor goes on in the other centre, and the frame says where they are', async () => {
  const actor = await signIn(journey.house, here);
  const { page, go, look } = await journey.visit({ ...here, actor });
  await go('/staff/people');
  await page.getByText('Old Caravanserai Migrant Resource Centre').first().waitFor();
  await page.getByLabel('Signed in as').click();
  await page.getByRole('link', { name: 'Go on in another centre' }).click();
  await page.getByLabel('Passphrase of that account').fill(otherPassphrase);
  await page.getByLabel('Code of that account').fill(nextCode(journey.house, seedThere));
  await look('network-switch');
  await page.getByRole('button', { name: 'Go on there' }).click();
  await page.waitForURL(/\/staff$/);
  await page.getByText('River Bend Migrant Resource Centre').first().waitFor();
});

test('one centre asks, the other answers and sends, and the person is taken on', async () => {
  const { house, centre } = journey;
  const counsellor = { ...here, actor: await signIn(house, here) };
  const { clientId } = await registerTestClient(house, counsellor.actor, {
    names: [{ given: 'Gulalai', family: 'Yusufzai' }],
  });
  await recordTestContact(house, counsellor.actor, {
    clientIds: [clientId],
    siteId: centre.siteIds[0],
    note: 'Asked about nursing papers.',
  });
  await execute(house, recordConsent, counsellor.actor, {
    ...agreedConsent,
    clientId,
    decisions: { share_for_transfer: 'given' },
  });

  const keeper = { ...river.coordinator, actor: await signIn(house, river.coordinator) };
  const asking = await journey.visit(keeper, { viewport: { width: 390, height: 844 } });
  await asking.go('/staff/asks');
  await asking.page.getByLabel('Given name').fill('Gulalai');
  await asking.page.getByLabel('Family name').fill('Yusufzai');
  await asking.page.getByLabel('Year of birth').fill('1994');
  await asking.page.getByRole('button', { name: 'Ask', exact: true }).click();
  await asking.page.getByText('Ask the person first, then tick this').first().waitFor();
  await asking.look('network-ask-refused');
  await asking.page.getByLabel(/The person is here and agrees/).check();
  await asking.page.getByRole('button', { name: 'Ask', exact: true }).click();
  await asking.page.getByText('Another centre may know this person: write to it').waitFor();
  await asking.page.getByLabel('Why you ask').fill('She has moved to this town.');
  await asking.look('network-ask');
  await asking.page.getByRole('button', { name: 'Send the question' }).click();
  await asking.page.getByText('Waiting for an answer').waitFor();

  const holding = await journey.visit(counsellor);
  await holding.go('/staff/asks');
  await holding.page.getByText('She has moved to this town.').waitFor();
  await holding.look('network-inquiry');
  await holding.page.getByLabel(/Known here, willing to transfer/).check();
  await holding.page.getByRole('button', { name: 'Answer', exact: true }).click();
  await holding.page.getByRole('link', { name: 'Prepare the transfer' }).click();
  await holding.page.getByRole('heading', { name: 'Move to another centre' }).waitFor();
  await holding.page.getByLabel('Reason').selectOption('client_moved');
  await holding.page.getByRole('radio', { name: /^Everything With/ }).check();
  await holding.look('transfer-new');
  await holding.page.getByRole('button', { name: 'See what would travel' }).click();
  await holding.page.getByText('Asked about nursing papers.').waitFor();
  await holding.look('transfer-preview');
  await holding.page.getByLabel(/The agreement on data/).check();
  await holding.page.getByRole('button', { name: 'Send', exact: true }).click();
  await holding.page.getByText('Sent, waiting for an answer').first().waitFor();

  await asking.go('/staff/transfers');
  await asking.page.getByRole('link', { name: 'A sealed packet' }).click();
  await asking.page.getByText('Asked about nursing papers.').waitFor();
  await asking.look('transfer-came');
  await asking.page.getByRole('button', { name: 'Take on', exact: true }).click();
  await asking.page.getByText('Has the person confirmed?').waitFor();
  await asking.look('transfer-taken-on');

  await holding.go(`/staff/people/${clientId}`);
  await holding.page.getByText('With River Bend Migrant Resource Centre now').waitFor();
  await holding.look('transfer-stub');
  await holding.go('/staff/transfers');
  await holding.look('transfer-list');
});
