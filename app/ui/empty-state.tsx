import type { ReactNode } from 'react';
import { Logo } from './logo.tsx';

/** An empty list that says why it is empty and what to do. */
export function EmptyState({ title, children, action }: { title: ReactNode; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className="empty">
      <Logo />
      <h2>{title}</h2>
      {children && <p>{children}</p>}
      {action}
    </div>
  );
}
