import { recoverAccess } from '#modules/setup/index.server.ts';
import { houseActor } from '#platform/actor.ts';
import type { House } from '#platform/house.server.ts';
import { execute } from '#platform/operations/execute.server.ts';

/** The address at which a coordinator who lost everything chooses new secrets. @throws as `recovery.grant-access` does */
export async function recoverAddress(
  house: House,
  url: string,
  typed: Record<string, string>,
): Promise<string> {
  const { token } = await execute(house, recoverAccess, houseActor, typed);
  return new URL(`/staff/accept/${token}`, url).href;
}
