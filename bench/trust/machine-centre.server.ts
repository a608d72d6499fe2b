import type pg from 'pg';
import { registerClient } from '#modules/clients/operations/register-client.server.ts';
import type { House } from '#platform/house.server.ts';
import type { StaffActor } from '#platform/actor.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { type Counts, countRows } from '../bench-fault-verdict.server.ts';
import { openBenchCentre, openBenchHouse } from '../bench-house.server.ts';
import { signInAs } from '../bench-session.server.ts';
import { bulkPerson } from '../bulk-people.server.ts';

/** A centre with some people in it, closed again and ready to be served. */
export interface PreparedCentre {
  token: string;
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
  const before = await countRows(admin);
  await also?.(admin, keysAdmin, house);
  await close();
  return { token, siteId, clientIds, before };
}
