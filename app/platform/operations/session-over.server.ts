import { NoResultError, sql } from 'kysely';
import type { Actor } from '../actor.ts';
import type { House } from '../house.server.ts';
import { isProblem, Problem } from '../problem.ts';

const refusedByWall = '42501';

/**
 * The problem `session.expired` where the wall refused a write, or hid a row that was there a moment before, because the
 * actor's session was ended while the request was on its way; undefined for any other error. A wall that refuses a living
 * session is a fault of ours and stays one.
 */
export async function sessionOver(house: House, actor: Actor, error: unknown): Promise<Problem | undefined> {
  // An audit row that could not be written is told as a problem of its own, with what the wall said as its cause.
  const said = isProblem(error) ? error.cause : error;
  const code = typeof said === 'object' && said !== null && 'code' in said ? said.code : undefined;
  const byWall = code === refusedByWall || said instanceof NoResultError;
  if (!byWall || actor.sessionToken === undefined) return undefined;
  const alive = await house.databases.reader.transaction().execute(async (tx) => {
    await sql`select set_config('serai.session', ${actor.sessionToken}, true)`.execute(tx);
    return (await sql<{ alive: boolean }>`select session_centre() is not null as alive`.execute(tx)).rows[0]
      ?.alive;
  });
  return alive ? undefined : new Problem('session.expired', 401, { cause: error });
}
