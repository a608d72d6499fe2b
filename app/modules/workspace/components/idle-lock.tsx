import { useEffect } from 'react';

const everyFewSeconds = 10_000;

/**
 * Hides what is on the screen when nobody has touched it for as long as a session may rest. The server locks by
 * itself at the next request; this is that request. Windows of the same browser count as one.
 */
export function IdleLock({ minutes }: { minutes: number }) {
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
    others.addEventListener('message', () => (last = Date.now()));
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
  }, [minutes]);
  return null;
}
