import { useEffect } from 'react';

/** Ctrl-Alt-L locks the screen from anywhere, as desks do: one key press when somebody comes round the corner. */
export function LockKey() {
  useEffect(() => {
    const lock = (event: KeyboardEvent) => {
      if (!event.ctrlKey || !event.altKey || event.code !== 'KeyL') return;
      event.preventDefault();
      document.querySelector<HTMLFormElement>('form[action="/staff/lock"]')?.requestSubmit();
    };
    document.addEventListener('keydown', lock);
    return () => document.removeEventListener('keydown', lock);
  }, []);
  return null;
}
