import { sql } from 'kysely';
import { createSetupCode } from '#modules/setup/index.server.ts';
import type { House } from '#platform/house.server.ts';

/** The one-time address of the guided set-up; undefined when the centre is already there. */
export async function setupAddress(house: House, url: string): Promise<string | undefined> {
  const { rows } = await sql<{ done: boolean }>`select setup_completed_at is not null as done from house`.execute(house.databases.auth);
  if (rows[0]?.done !== false) return undefined;
  // Only this computer may open it, so the address names this computer.
  const address = new URL(`/setup/${await createSetupCode(house)}`, url);
  return address.href;
}
