import type { ReactNode } from 'react';

/** Buttons and filters in one row that wraps. */
export function Toolbar({ label, children }: { label?: string; children: ReactNode }) {
  return (
    <div className="toolbar" role={label ? 'group' : undefined} aria-label={label}>
      {children}
    </div>
  );
}
