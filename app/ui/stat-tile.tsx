import type { ReactNode } from 'react';
import { Link } from 'react-router';

export interface StatTileProps {
  label: ReactNode;
  value: ReactNode;
  /** What is counted, or compared with what: people and contacts are different numbers. */
  note?: ReactNode;
  tone?: 'plain' | 'attention';
  to?: string;
}

/** One number with its name. Inside `StatTiles`. */
export function StatTile({ label, value, note, tone, to }: StatTileProps) {
  const content = (
    <>
      <span className="stat-tile-label">{label}</span>
      <span className="stat-tile-value">{value}</span>
      {note && <span className="stat-tile-note">{note}</span>}
    </>
  );
  if (!to) {
    return (
      <div className="stat-tile" data-tone={tone}>
        {content}
      </div>
    );
  }
  return (
    <Link className="stat-tile" data-tone={tone} to={to}>
      {content}
    </Link>
  );
}

export function StatTiles({ children }: { children: ReactNode }) {
  return <div className="stat-tiles">{children}</div>;
}
