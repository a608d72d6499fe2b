import { useEffect } from 'react';
import { panicAddress } from './panic-button.tsx';

/**
 * Ctrl-Alt-Shift-L locks the whole house from anywhere: the keys that lock the screen, and one more. Nothing asks back;
 * four keys at once are no slip.
 */
export function PanicKey() {
  useEffect(() => {
    const lock = (event: KeyboardEvent) => {
      if (!event.ctrlKey || !event.altKey || !event.shiftKey || event.code !== 'KeyL') return;
      event.preventDefault();
      event.stopImmediatePropagation();
      document.querySelector<HTMLFormElement>(`form[action="${panicAddress}"]`)?.requestSubmit();
    };
    // Before the screen's own key, which is contained in this one.
    document.addEventListener('keydown', lock, { capture: true });
    return () => document.removeEventListener('keydown', lock, { capture: true });
  }, []);
  return null;
}
