import type { ReactNode } from 'react';
import { NavLink } from 'react-router';

export interface Tab {
  to: string;
  label: ReactNode;
  /** Only this exact address, not those below it. */
  end?: boolean;
}

/** Parts of one subject, each with an address of its own. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  return (
    <nav className="tabs" aria-label={label}>
      {tabs.map((tab) => (
        <NavLink key={tab.to} to={tab.to} end={tab.end} preventScrollReset>
          {tab.label}
        </NavLink>
      ))}
    </nav>
  );
}
