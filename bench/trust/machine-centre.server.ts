import type pg from 'pg';
import { registerClient } from '#modules/clients/operations/register-client.server.ts';
import type { House } from '#platform/house.server.ts';
import { isStaff, type StaffActor } from '#platform/actor.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { type Counts, countRows } from '../bench-fault-verdict.server.ts';
import { mintSession, resolveActor, sessionHours } from '#modules/staff/session.server.ts';
import { openBenchCentre, openBenchHouse } from '../bench-house.server.ts';
import { signInAs } from '../bench-session.server.ts';
import { bulkPerson } from '../bulk-people.server.ts';

/** A centre with some people in it, closed again and ready to be served. */
export interface PreparedCentre {
  token: string;
  /** Sessions of the same person. */
  moreTokens: string[];
  siteId: string;
  clientIds: string[];
  /** How many rows there were before any load. */
  before: Counts;
}

/** `also` is done before the house is closed, as superuser. */
export async function prepareCentre(
  dataDir: string,
  also?: (admin: pg.Pool, keysAdmin: pg.Pool, house: House) => Promise<void>,
): Promise<PreparedCentre> {
  const { house, admin, keysAdmin, close } = await openBenchHouse(dataDir);
  const centre = await openBenchCentre(house);
  const actor = centre.staff.get('counsellor1') as StaffActor;
  const siteId = centre.siteIds[0] ?? '';
  const clientIds: string[] = [];
  for (let number = 0; number < 30; number += 1) {
    const { person, safe, consent } = bulkPerson(number);
    const input = { ...person, ...safe, consent, siteId, registerAnyway: true };
    clientIds.push((await execute(house, registerClient, actor, input)).clientId);
  }
  await centre.close();
  const token = await signInAs(house, 'coordinator');
  const moreTokens = await openSessions(house, await actorOf(house, token), 40);
  const before = await countRows(admin);
  await also?.(admin, keysAdmin, house);
  await close();
  return { token, moreTokens, siteId, clientIds, before };
}

/** As if the same person had signed in just now on so many computers. */
export async function openSessions(house: House, actor: StaffActor, count: number): Promise<string[]> {
  const { staffId, roles, centre, siteId = null } = actor;
  const session = { kind: 'staff' as const, staffId, roles: [...roles], centreId: centre.id, siteId };
  const times = { now: house.clock.now(), lasts: sessionHours * 3_600_000 };
  const minted: string[] = [];
  for (let at = 0; at < count; at += 1)
    minted.push((await mintSession(house.databases.auth, { ...session, ...times })).token);
  return minted;
}

async function actorOf(house: House, token: string): Promise<StaffActor> {
  const actor = await resolveActor(house, token);
  if (!isStaff(actor)) throw new Error('the session did not hold');
  return actor;
}
