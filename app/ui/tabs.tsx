import type { ReactNode } from 'react';
import { NavLink, useLocation } from 'react-router';

export interface Tab {
  to: string;
  label: ReactNode;
  /** Only this exact address, not those below it. */
  end?: boolean;
}

/** Parts of one subject, each with an address of its own; a part may also be a choice behind the question mark. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  const { search } = useLocation();
  const asked = new URLSearchParams(search);
  const answered = tabs.filter((tab) => isAsked(tab, asked));
  return (
    <nav className="tabs" aria-label={label}>
      {tabs.map((tab, index) => {
        const wants = tab.to.includes('?');
        // Without a choice in the address the first one is meant.
        const isHere = !wants || isAsked(tab, asked) || (answered.length === 0 && index === 0);
        return (
          <NavLink
            key={tab.to}
            to={tab.to}
            end={tab.end}
            preventScrollReset
            className={({ isActive }) => (isActive && isHere ? 'active' : '')}
            aria-current={isHere ? 'page' : 'false'}
          >
            {tab.label}
          </NavLink>
        );
      })}
    </nav>
  );
}

/** Does the address hold everything that this tab's address asks for? */
function isAsked({ to }: Tab, asked: URLSearchParams): boolean {
  const wanted = new URLSearchParams(to.split('?')[1] ?? '');
  return wanted.size > 0 && [...wanted].every(([name, value]) => asked.get(name) === value);
}
