import { useEffect } from 'react';

const everyFewSeconds = 10_000;

/**
 * Hides what is on the screen when nobody has touched it for as long as a session may rest. The server locks by
 * itself at the next request; this is that request. Windows of the same browser count as one;
 * where somebody else goes on in one of them, the others follow, so that nobody writes under another's name.
 */
export function IdleLock({ minutes, session }: { minutes: number; session: string }) {
  useEffect(() => {
    const others = new BroadcastChannel('serai-active');
    let last = Date.now();
    let told = last;
    const touched = () => {
      last = Date.now();
      if (last - told < everyFewSeconds) return;
      told = last;
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has no target
      others.postMessage('');
    };
    others.addEventListener('message', ({ data }) => {
      last = Date.now();
      if (typeof data === 'string' && data !== '' && data !== session) location.reload();
    });
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has no target
    others.postMessage(session);
    const timer = setInterval(() => {
      if (Date.now() - last >= minutes * 60_000) location.reload();
    }, everyFewSeconds);
    const kinds = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const;
    for (const kind of kinds) document.addEventListener(kind, touched, { passive: true });
    return () => {
      clearInterval(timer);
      others.close();
      for (const kind of kinds) document.removeEventListener(kind, touched);
    };
  }, [minutes, session]);
  return null;
}
