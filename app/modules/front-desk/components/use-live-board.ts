import { useEffect, useState } from 'react';
import { useRevalidator } from 'react-router';

const everyMs = 8_000;

/**
 * Follows the desk: asks every few seconds whether anything moved, by a stamp without personal data, and loads the board
 * only when it did, so that names are read and the look recorded no more often than there is something new to see.
 *
 * Asking keeps the session awake, so a board that nobody touches locks the screen itself when the session may rest no longer.
 */
export function useLiveBoard(board: { stamp: string; siteId: string; now: Date; idleMinutes: number }) {
  const { stamp, siteId, now, idleMinutes } = board;
  const { revalidate } = useRevalidator();
  // The first picture is the server's; the clock of a desk computer may be wrong by hours, so only differences count.
  const [clock, setClock] = useState({ since: now, passed: 0 });
  useEffect(() => {
    const began = Date.now();
    const ticking = setInterval(() => setClock({ since: now, passed: Date.now() - began }), 20_000);
    return () => clearInterval(ticking);
  }, [now]);
  useEffect(() => {
    let stopped = false;
    const look = async () => {
      if (document.visibilityState === 'hidden') return;
      const answer = await fetch(`/staff/desk/pulse?site=${siteId}`).catch(() => undefined);
      // While the house cannot answer, the board stays as it is, with whatever is being typed in its form.
      if (!answer || answer.status >= 500) return;
      // A lock or a sign-out answers with something else than a stamp: then the whole page is asked, and says so.
      if ((await readStamp(answer)) !== stamp && !stopped) await revalidate();
    };
    const timer = setInterval(() => void look(), everyMs);
    return () => {
      stopped = true;
      clearInterval(timer);
    };
  }, [siteId, stamp, revalidate]);
  useEffect(() => lockWhenIdle(idleMinutes), [idleMinutes]);
  const shownAt = now.getTime() + (clock.since === now ? clock.passed : 0);
  return { minutesSince: (moment: Date) => Math.max(0, Math.floor((shownAt - moment.getTime()) / 60_000)) };
}

async function readStamp(answer: Response): Promise<unknown> {
  const body: unknown = await answer.json().catch(() => undefined);
  return typeof body === 'object' && body !== null && 'stamp' in body ? body.stamp : undefined;
}

/** A little before the frame would ask the server, which this page kept from falling asleep. */
function lockWhenIdle(idleMinutes: number) {
  const channel = new BroadcastChannel('serai-active');
  let touched = Date.now();
  const touch = () => (touched = Date.now());
  channel.addEventListener('message', touch);
  const kinds = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const;
  for (const kind of kinds) document.addEventListener(kind, touch, { passive: true });
  const timer = setInterval(() => {
    if (Date.now() - touched < idleMinutes * 60_000 - 20_000) return;
    clearInterval(timer);
    const form = document.createElement('form');
    form.method = 'post';
    form.action = '/staff/lock';
    document.body.append(form);
    form.submit();
  }, 5_000);
  return () => {
    clearInterval(timer);
    channel.close();
    for (const kind of kinds) document.removeEventListener(kind, touch);
  };
}
