import type { Kysely } from 'kysely';
import type { Actor, StaffActor } from '#platform/actor.ts';
import { isStaff } from '#platform/actor.ts';
import type { House } from '#platform/house.server.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { Problem } from '#platform/problem.ts';
import { lockSession } from './operations/lock-session.server.ts';
import { signOut } from './screen.server.ts';
import { findSessionActor, hashToken } from './session.server.ts';
import type { StaffTables } from './staff.tables.server.ts';

/** Sessions open at one shared computer, the one in use among them. */
export const mostAtDesk = 6;

/** What one browser keeps. */
export interface DeskBrowser {
  /** The browser's own secret. */
  deviceToken: string;
  /** The session in use. */
  sessionToken: string | undefined;
  /** Tokens of those that wait. */
  waiting: string[];
}

/**
 * Whose sessions wait in this browser. Each must have been begun in it, in the centre that shares it; those that
 * ended, and people who work here no more, are not among them.
 */
export async function waitingAtDesk(
  house: House,
  browser: Omit<DeskBrowser, 'sessionToken'>,
): Promise<StaffActor[]> {
  const tokens = [...new Set(browser.waiting)].slice(0, mostAtDesk);
  if (tokens.length === 0) return [];
  const database: Kysely<StaffTables> = house.databases.auth;
  const begunHere = await database
    .selectFrom('session')
    .innerJoin('shared_device', (join) =>
      join
        .onRef('shared_device.token_hash', '=', 'session.device_hash')
        .onRef('shared_device.centre_id', '=', 'session.centre_id'),
    )
    .where('session.token_hash', 'in', tokens.map(hashToken))
    .where('session.device_hash', '=', hashToken(browser.deviceToken))
    .where('session.ended_at', 'is', null)
    .select('session.id')
    .execute();
  const ids = new Set(begunHere.map(({ id }) => id));
  const found: StaffActor[] = [];
  for (const token of tokens) {
    const actor = await findSessionActor(house, token);
    if (actor && ids.has(actor.sessionId)) found.push(actor);
  }
  return found;
}

/** Is the session in use one of this browser, and the browser a shared one? */
export async function isAtSharedDesk(house: House, actor: Actor, deviceToken: string): Promise<boolean> {
  if (!isStaff(actor) || !actor.sharedDevice) return false;
  const database: Kysely<StaffTables> = house.databases.auth;
  const found = await database
    .selectFrom('session')
    .select('id')
    .where('id', '=', actor.sessionId)
    .where('device_hash', '=', hashToken(deviceToken))
    .executeTakeFirst();
  return found !== undefined;
}

/** What a browser is to keep from now on. */
export interface DeskChange {
  sessionToken: string | undefined;
  waiting: string[];
}

/**
 * Puts the session in use, locked, beside the others and takes another one's place: `to` one that waits, which stays
 * locked until its owner opens it, or nobody's, for whoever signs in next.
 * @throws Problem `not-found` (404) where no such session waits here; `session.desk-full` (409)
 */
export async function switchAtDesk(
  house: House,
  browser: DeskBrowser,
  to: { sessionId: string } | 'new',
): Promise<DeskChange> {
  const using = await findSessionActor(house, browser.sessionToken);
  const mayWait = using !== undefined && (await isAtSharedDesk(house, using, browser.deviceToken));
  const waiting = (await waitingAtDesk(house, browser)).filter(
    ({ sessionId }) => sessionId !== using?.sessionId,
  );
  const next = to === 'new' ? undefined : waiting.find(({ sessionId }) => sessionId === to.sessionId);
  if (to !== 'new' && !next) throw new Problem('not-found', 404);
  if (using && !mayWait) throw new Problem('session.device-unproven', 409);
  if (to === 'new' && waiting.length + (using ? 1 : 0) >= mostAtDesk)
    throw new Problem('session.desk-full', 409);
  // Locked before anything else is handed out: what waits reaches no row, whoever takes its token.
  for (const actor of [...waiting, ...(using ? [using] : [])])
    if (!actor.locked) await execute(house, lockSession, actor, {});
  const others = [...(using ? [using] : []), ...waiting.filter((actor) => actor !== next)];
  return { sessionToken: next?.sessionToken, waiting: others.map(({ sessionToken }) => sessionToken) };
}

/** Closing time: ends the session in use and all that wait in this browser. @returns how many ended */
export async function closeDesk(house: House, browser: DeskBrowser): Promise<number> {
  const waiting = await waitingAtDesk(house, browser);
  const using = await findSessionActor(house, browser.sessionToken);
  const tokens = new Set([...waiting, ...(using ? [using] : [])].map(({ sessionToken }) => sessionToken));
  for (const token of tokens) await signOut(house, token);
  return tokens.size;
}

/**
 * Somebody signed in: what waited of their own here ends, for one person has one session at a desk.
 * @returns the tokens of the others
 */
export async function joinDesk(
  house: House,
  browser: Omit<DeskBrowser, 'sessionToken'>,
  entered: { sessionToken: string },
): Promise<string[]> {
  const own = await findSessionActor(house, entered.sessionToken);
  const kept: string[] = [];
  for (const actor of await waitingAtDesk(house, browser)) {
    if (actor.sessionToken === entered.sessionToken) continue;
    if (actor.staffId === own?.staffId) await signOut(house, actor.sessionToken);
    else kept.push(actor.sessionToken);
  }
  return kept;
}
