import { recoverAccess } from '#modules/setup/index.server.ts';
import { houseActor } from '#platform/actor.ts';
import type { House } from '#platform/house.server.ts';
import { execute } from '#platform/operations/execute.server.ts';

/** The address at which a coordinator who lost everything chooses new secrets, and what it waits for. @throws as `recovery.grant-access` does */
export async function recoverAddress(
  house: House,
  url: string,
  typed: Record<string, string>,
): Promise<{ address: string; opensAt: string | null }> {
  const { token, opensAt } = await execute(house, recoverAccess, houseActor, typed);
  return { address: new URL(`/staff/accept/${token}`, url).href, opensAt };
}
