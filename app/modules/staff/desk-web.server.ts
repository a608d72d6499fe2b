import { isStaff } from '#platform/actor.ts';
import type { Web } from '#platform/web/web-context.ts';
import { deviceTokenOf } from './browser-session.server.ts';
import { sessionHours } from './session.server.ts';
import {
  closeDesk,
  type DeskBrowser,
  isAtSharedDesk,
  joinDesk,
  mostAtDesk,
  switchAtDesk,
  waitingAtDesk,
} from './desk-turns.server.ts';
import { shortName } from './short-name.ts';

export interface DeskView {
  people: { sessionId: string; name: string }[];
  /** Somebody else may sign in beside them. */
  hasRoom: boolean;
}

const browserOf = (web: Web): DeskBrowser => ({
  deviceToken: deviceTokenOf(web),
  sessionToken: web.cookies.sessionToken,
  waiting: web.cookies.waitingSessions,
});

const keep = (web: Web, tokens: string[]) => web.cookies.keepWaiting(tokens, sessionHours * 3600);

/**
 * Who else has a session in this browser today; undefined where it is no shared computer, or where nobody has one
 * and nobody is signed in. Told to nobody but the browser that holds those sessions.
 */
export async function deskOf(web: Web): Promise<DeskView | undefined> {
  const { actor, house } = web;
  const browser = browserOf(web);
  const using = isStaff(actor) ? actor : undefined;
  const waiting = (await waitingAtDesk(house, browser)).filter(
    (person) => person.sessionId !== using?.sessionId,
  );
  const isHere = await isAtSharedDesk(house, actor, browser.deviceToken);
  if (using ? !isHere : waiting.length === 0) return undefined;
  return {
    people: waiting.map((person) => ({ sessionId: person.sessionId, name: shortName(person.displayName) })),
    hasRoom: waiting.length + (using ? 1 : 0) < mostAtDesk,
  };
}

/** Puts one's own session aside, locked. @throws as `switchAtDesk` */
export async function switchInBrowser(web: Web, to: { sessionId: string } | 'new'): Promise<void> {
  const change = await switchAtDesk(web.house, browserOf(web), to);
  keep(web, change.waiting);
  if (change.sessionToken === undefined) web.cookies.endSession();
  // The shift's end stands in the database; the cookie may not outlast it by more than a shift.
  else
    web.cookies.setSession(
      change.sessionToken,
      new Date(web.house.clock.now().getTime() + sessionHours * 3_600_000),
    );
}

/** Signs out everybody at this computer. */
export async function closeInBrowser(web: Web): Promise<void> {
  await closeDesk(web.house, browserOf(web));
  keep(web, []);
  web.cookies.endSession();
}

/** After a sign-in: one person has one session at a desk. */
export async function joinInBrowser(web: Web, sessionToken: string): Promise<void> {
  if (web.cookies.waitingSessions.length === 0) return;
  keep(web, await joinDesk(web.house, browserOf(web), { sessionToken }));
}
