import { isStaff } from '#platform/actor.ts';
import type { House } from '#platform/house.server.ts';
import { read } from '#platform/operations/read.server.ts';
import { viewAccount } from './queries/view-account.query.server.ts';
import { resolveActor } from './session.server.ts';

/** Is there something that the holder of this new session must hear of their account? */
export async function unreadNotices(house: House, token: string): Promise<boolean> {
  const actor = await resolveActor(house, token);
  if (!isStaff(actor)) return false;
  return (await read(house, viewAccount, actor, {})).notices.length > 0;
}
