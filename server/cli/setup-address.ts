import { createSetupCode } from '#modules/setup/index.server.ts';
import type { House } from '#platform/house.server.ts';

/** A fresh one-time address of the guided set-up; undefined when the centre is already there. */
export async function setupAddress(house: House, url: string): Promise<string | undefined> {
  const code = await createSetupCode(house);
  // Only this computer may open it, so the address names this computer.
  return code === undefined ? undefined : new URL(`/setup/${code}`, url).href;
}
