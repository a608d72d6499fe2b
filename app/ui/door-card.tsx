import type { ReactNode } from 'react';

export interface DoorCardProps {
  title: string;
  /** For set-up and other long forms. */
  wide?: boolean;
  children: ReactNode;
}

/** The one thing of a page before sign-in, set into the arcade. */
export function DoorCard({ title, wide, children }: DoorCardProps) {
  return (
    <main className="door-card" data-wide={wide || undefined}>
      <title>{title}</title>
      <h1>{title}</h1>
      {children}
    </main>
  );
}
