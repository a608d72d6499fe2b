import { type ReactNode, useEffect, useRef } from 'react';

export interface MenuProps {
  /** What the button is for, for screen readers. */
  label: string;
  /** What the button shows. */
  face: ReactNode;
  /** `menu-item` links and buttons. */
  children: ReactNode;
}

/** A button that unfolds links and buttons. Native, so it opens without script; script only closes it. */
export function Menu({ label, face, children }: MenuProps) {
  const box = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const close = (event: Event) => {
      const menu = box.current;
      if (!menu?.open) return;
      if (event instanceof KeyboardEvent) {
        if (event.key !== 'Escape') return;
        menu.querySelector('summary')?.focus();
      } else if (event.target instanceof Node && menu.contains(event.target)) return;
      menu.open = false;
    };
    document.addEventListener('pointerdown', close);
    document.addEventListener('keydown', close);
    return () => {
      document.removeEventListener('pointerdown', close);
      document.removeEventListener('keydown', close);
    };
  }, []);
  return (
    <details className="menu" ref={box}>
      <summary className="frame-tool" aria-label={label} title={label}>
        {face}
      </summary>
      <div className="menu-panel">{children}</div>
    </details>
  );
}
