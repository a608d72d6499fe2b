import type { ReactNode } from 'react';
import { LinkButton } from './link-button.tsx';

export interface PaginationProps {
  label: string;
  /** "31 to 60 of 412", or nothing where counting all would be slow. */
  position?: ReactNode;
  previous?: { to: string; label: string };
  next?: { to: string; label: string };
}

/** Back and forth in a long list. Nothing is shown when the list fits one page. */
export function Pagination({ label, position, previous, next }: PaginationProps) {
  if (!previous && !next) return null;
  return (
    <nav className="pagination" aria-label={label}>
      <span>
        {previous && (
          <LinkButton to={previous.to} icon="back" rel="prev">
            {previous.label}
          </LinkButton>
        )}
      </span>
      {position && <span className="number">{position}</span>}
      <span>
        {next && (
          <LinkButton to={next.to} rel="next">
            {next.label}
          </LinkButton>
        )}
      </span>
    </nav>
  );
}
