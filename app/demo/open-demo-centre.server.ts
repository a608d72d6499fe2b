import type { Kysely, Transaction } from 'kysely';
import type { CentreTables } from '#modules/centres/centre.tables.server.ts';
import { completeSetup } from '#modules/setup/operations/complete-setup.server.ts';
import { codeAt } from '#modules/staff/one-time-code.server.ts';
import { acceptInvitation } from '#modules/staff/operations/accept-invitation.server.ts';
import { inviteStaff } from '#modules/staff/operations/invite-staff.server.ts';
import { endSessions, findSessionActor, mintSession } from '#modules/staff/session.server.ts';
import type { StaffTables } from '#modules/staff/staff.tables.server.ts';
import { unsealStaffIdentity } from '#modules/staff/staff-identity.server.ts';
import { publicActor, type StaffActor, setupActor } from '#platform/actor.ts';
import type { House } from '#platform/house.server.ts';
import { addDays } from '#platform/language/local-day.ts';
import { zonedTime } from '#platform/language/zoned-time.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { demoStaff } from './demo-accounts.ts';
import { demoCentre, demoSites, demoSwitchedOff } from './demo-centre.ts';
import { houseAt } from './house-at.ts';

export interface DemoCentre {
  siteIds: string[];
  /** The colleagues at work, by their demo id. */
  staff: Map<string, StaffActor>;
  /** Signs everybody out who was signed in for the seeding. */
  close(): Promise<void>;
}

/**
 * Sets up the centre and its staff as it would have been done on `firstDay`, and lets everybody work. Sessions last until
 * after the seeding: the wall of the database goes by the real clock, whatever day is being told.
 */
export async function openDemoCentre(house: House, seed: string, firstDay: string): Promise<DemoCentre> {
  const opening = zonedTime(firstDay, '08:00', demoCentre.timeZone);
  const [chief, ...others] = demoStaff;
  if (!chief) throw new Error('the demo has no coordinator');
  const then = houseAt(house, opening);
  const { siteIds, centreId, staffId } = await execute(
    then,
    completeSetup,
    setupActor,
    {
      centre: demoCentre,
      sites: demoSites,
      switchedOff: demoSwitchedOff,
      coordinator: {
        name: chief.name,
        email: chief.email,
        language: chief.language,
        passphrase: chief.passphrase,
        seed: chief.seed,
        code: codeAt(chief.seed, opening),
      },
    },
    { idempotencyKey: `${seed}/setup` },
  );
  const staff = new Map<string, StaffActor>();
  const ids = [staffId];
  const coordinator = await atWork(house, opening, {
    staffId,
    centreId,
    siteId: siteIds[0] ?? null,
    roles: chief.roles,
  });
  staff.set(chief.id, coordinator);
  for (const [index, person] of others.entries()) {
    const invitedAt = new Date(opening.getTime() + (10 + index * 12) * 60_000);
    const siteId = siteIds[person.site] ?? null;
    const invited = await execute(
      houseAt(house, invitedAt),
      inviteStaff,
      coordinator,
      {
        name: person.name,
        email: person.email,
        roles: person.roles,
        language: person.language,
        ...(siteId && { siteId }),
        ...(person.roles.includes('volunteer') && { expiresOn: addDays(firstDay, 548 + 60) }),
      },
      { idempotencyKey: `${seed}/invite/${person.id}` },
    );
    const acceptedAt = new Date(invitedAt.getTime() + 5 * 60_000);
    await execute(
      houseAt(house, acceptedAt),
      acceptInvitation,
      publicActor,
      {
        token: invited.token,
        passphrase: person.passphrase,
        seed: person.seed,
        code: codeAt(person.seed, acceptedAt),
      },
      { idempotencyKey: `${seed}/accept/${person.id}` },
    );
    ids.push(invited.staffId);
    staff.set(
      person.id,
      await atWork(house, acceptedAt, { staffId: invited.staffId, centreId, siteId, roles: person.roles }),
    );
  }
  return { siteIds, staff, close: () => endAll(house, ids) };
}

/** The demo's staff at work in a centre that was set up earlier, or undefined when there is none. */
export async function reopenDemoCentre(house: House): Promise<DemoCentre | undefined> {
  const database: Kysely<StaffTables & CentreTables> = house.databases.auth;
  const centre = await database
    .selectFrom('centre')
    .select(['id', 'created_at'])
    .orderBy('created_at')
    .executeTakeFirst();
  if (!centre) return undefined;
  const members = await database
    .selectFrom('staff_member')
    .selectAll()
    .where('centre_id', '=', centre.id)
    .where('status', '=', 'active')
    .execute();
  const staff = new Map<string, StaffActor>();
  for (const member of members) {
    const { email } = unsealStaffIdentity(house.vault, member.id, member.sealed_identity);
    const known = demoStaff.find((person) => person.email === email);
    if (!known) continue;
    staff.set(
      known.id,
      await atWork(house, house.clock.now(), {
        staffId: member.id,
        centreId: centre.id,
        siteId: member.site_id,
        roles: member.roles,
      }),
    );
  }
  return {
    siteIds: await findSites(house.databases.auth as Kysely<CentreTables>, centre.id),
    staff,
    close: () =>
      endAll(
        house,
        members.map(({ id }) => id),
      ),
  };
}

/** In the order of the demo's list; told apart by their English names. */
async function findSites(database: Kysely<CentreTables>, centreId: string): Promise<string[]> {
  const rows = await database
    .selectFrom('site')
    .select(['id', 'name'])
    .where('centre_id', '=', centreId)
    .execute();
  return demoSites.flatMap(({ name }) => rows.find((row) => row.name['en'] === name.en)?.id ?? []);
}

/** A session at that moment, which lasts until after the seeding. */
export async function atWork(
  house: House,
  now: Date,
  who: { staffId: string; centreId: string; siteId: string | null; roles: string[] },
): Promise<StaffActor> {
  const hours = 3 * 3_600_000;
  const lasts = Date.now() + hours - now.getTime();
  const { token } = await mintSession(house.databases.auth as Kysely<StaffTables>, {
    kind: 'staff',
    ...who,
    now,
    lasts,
  });
  const actor = await findSessionActor(houseAt(house, now), token);
  if (!actor) throw new Error('a demo colleague could not begin');
  return actor;
}

async function endAll(house: House, staffIds: readonly string[]): Promise<void> {
  const database: Kysely<StaffTables> = house.databases.auth;
  await database.transaction().execute(async (tx: Transaction<StaffTables>) => {
    for (const id of staffIds) await endSessions(tx, id, house.clock.now(), 'demo-seeded');
  });
}
