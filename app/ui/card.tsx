import type { ReactNode } from 'react';

export interface CardProps {
  title?: ReactNode;
  /** Beside the title: a link or a small button. */
  aside?: ReactNode;
  tone?: 'plain' | 'sand';
  id?: string;
  children: ReactNode;
}

/** One thing of a page, set apart. */
export function Card({ title, aside, tone, id, children }: CardProps) {
  const labelled = title && id ? `${id}-title` : undefined;
  return (
    <section className="card" data-tone={tone} id={id} aria-labelledby={labelled}>
      {title && (
        <h2 className="card-title" id={labelled}>
          <span>{title}</span>
          {aside}
        </h2>
      )}
      {children}
    </section>
  );
}
