import type { ReactNode } from 'react';
import type { IconName } from './icon.tsx';
import { Niche } from './niche.tsx';

export interface EmptyStateProps {
  title: ReactNode;
  icon?: IconName;
  /** Why it is empty, and what to do. */
  children?: ReactNode;
  action?: ReactNode;
}

/** An empty list that says why it is empty and what to do. */
export function EmptyState({ title, icon = 'info', children, action }: EmptyStateProps) {
  return (
    <div className="empty">
      <Niche icon={icon} />
      <h2>{title}</h2>
      {children && <p>{children}</p>}
      {action}
    </div>
  );
}
