import { newSeed } from '#modules/staff/index.server.ts';
import { codeAt } from '#modules/staff/one-time-code.server.ts';
import { acceptInvitation } from '#modules/staff/operations/accept-invitation.server.ts';
import { addTestStaff, signIn, type TestStaff } from '#modules/staff/staff.testing.ts';
import { publicActor, type StaffActor } from '#platform/actor.ts';
import { execute } from '#platform/operations/execute.server.ts';
import type { TestHouse } from '#platform/testing/test-house.server.ts';
import { openCentre } from './operations/open-centre.server.ts';

const passphrase = 'four steady oxen at the bridge';

/** A network administrator, invited by the coordinator of the first centre. */
export const addNetworkAdministrator = (house: TestHouse, coordinator: StaffActor): Promise<TestStaff> =>
  addTestStaff(house, coordinator, ['network_administrator']);

export const newNetworkCentre = (given: { name?: string; email?: string } = {}) => ({
  name: { en: given.name ?? 'River Bend Migrant Resource Centre' },
  kind: 'mrc',
  context: 'transit',
  country: 'TR',
  timeZone: 'Europe/Istanbul',
  defaultLanguage: 'en',
  languages: ['en', 'ar'],
  clientLanguages: ['en', 'ar', 'prs'],
  filePrefix: 'R',
  site: { name: { en: 'River office' }, type: 'main' },
  coordinator: { name: 'Dilan Test', email: given.email ?? 'dilan@river.example', language: 'en' },
});

/** Opens a second centre by the network's own operation; its coordinator accepts and signs in. */
export async function openNetworkCentre(
  house: TestHouse,
  administrator: StaffActor,
  given: { name?: string; email?: string } = {},
): Promise<{ centreId: string; coordinator: TestStaff }> {
  const plan = newNetworkCentre(given);
  const { centreId, token } = await execute(house, openCentre, administrator, plan);
  const seed = newSeed();
  await execute(house, acceptInvitation, publicActor, {
    token,
    passphrase,
    seed,
    code: codeAt(seed, house.clock.now()),
  });
  const { email } = plan.coordinator;
  const actor = await signIn(house, { email, passphrase, seed });
  return { centreId, coordinator: { actor, email, passphrase, seed } };
}
