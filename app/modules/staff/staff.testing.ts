import { randomUUID } from 'node:crypto';
import { type StaffActor, type StaffRole, isStaff, publicActor, setupActor } from '#platform/actor.ts';
import type { House } from '#platform/house.server.ts';
import { execute } from '#platform/operations/execute.server.ts';
import type { TestHouse } from '#platform/testing/test-house.server.ts';
import { completeSetup } from '#modules/setup/operations/complete-setup.server.ts';
import { codeAt, newSeed } from './one-time-code.server.ts';
import { acceptInvitation } from './operations/accept-invitation.server.ts';
import { beginSession } from './operations/begin-session.server.ts';
import { inviteStaff } from './operations/invite-staff.server.ts';
import { resolveActor } from './session.server.ts';

const passphrase = 'seven quiet lanterns by the gate';

export interface TestStaff {
  actor: StaffActor;
  email: string;
  passphrase: string;
  seed: string;
}

export interface TestCentre {
  centreId: string;
  siteIds: string[];
  coordinator: TestStaff;
}

/** Opens a centre in an empty house through the guided set-up's own operation, and signs its coordinator in. */
export async function openTestCentre(house: TestHouse): Promise<TestCentre> {
  const seed = newSeed();
  const email = 'coordinator@centre.example';
  const made = await execute(house, completeSetup, setupActor, {
    centre: {
      name: { en: 'Old Caravanserai Migrant Resource Centre' },
      kind: 'mrc',
      context: 'origin',
      country: 'PK',
      timeZone: 'Asia/Karachi',
      defaultLanguage: 'en',
      languages: ['en', 'ar', 'fa-AF', 'ur', 'bn'],
      clientLanguages: ['en', 'ar', 'prs', 'ur', 'bn', 'ps'],
    },
    sites: [
      { name: { en: 'Main office' }, type: 'main' },
      { name: { en: 'Station desk' }, type: 'branch' },
    ],
    coordinator: {
      name: 'Mina Test',
      email,
      language: 'en',
      passphrase,
      seed,
      code: codeAt(seed, house.clock.now()),
    },
  });
  const actor = await signIn(house, { email, passphrase, seed });
  return { centreId: made.centreId, siteIds: made.siteIds, coordinator: { actor, email, passphrase, seed } };
}

/** Invites, accepts and signs in a colleague with these roles. */
export async function addTestStaff(
  house: TestHouse,
  coordinator: StaffActor,
  roles: StaffRole[],
  siteId?: string,
): Promise<TestStaff> {
  const email = `${roles[0]}-${randomUUID().slice(0, 8)}@centre.example`;
  const { token } = await execute(house, inviteStaff, coordinator, {
    name: `Test ${roles[0]}`,
    email,
    roles,
    language: 'en',
    siteId,
    ...(roles.includes('volunteer') && { expiresOn: '2027-01-01' }),
  });
  const seed = newSeed();
  await execute(house, acceptInvitation, publicActor, {
    token,
    passphrase,
    seed,
    code: codeAt(seed, house.clock.now()),
  });
  return { actor: await signIn(house, { email, passphrase, seed }), email, passphrase, seed };
}

/** Signs in a little later than the last time, because a one-time code counts once. */
export async function signIn(
  house: House & { clock: { advance(ms: number): void } },
  who: { email: string; passphrase: string; seed: string },
): Promise<StaffActor> {
  house.clock.advance(31_000);
  const { token } = await execute(house, beginSession, publicActor, {
    email: who.email,
    passphrase: who.passphrase,
    code: codeAt(who.seed, house.clock.now()),
  });
  const actor = await resolveActor(house, token);
  if (!isStaff(actor)) throw new Error('the sign-in did not hold');
  return actor;
}
