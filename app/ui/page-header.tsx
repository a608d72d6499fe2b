import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Icon } from './icon.tsx';

export interface PageHeaderProps {
  title: ReactNode;
  /** For the browser's tab, where the title is more than a text. Neutral: never a person's name. */
  tabTitle?: string;
  note?: ReactNode;
  /** The page above this one. */
  back?: { to: string; label: string };
  /** Buttons of the whole page. */
  children?: ReactNode;
}

/** The head of a page: where one is, one sentence about it, what can be done here. */
export function PageHeader({ title, tabTitle, note, back, children }: PageHeaderProps) {
  return (
    <header className="page-header">
      <title>{tabTitle ?? (typeof title === 'string' ? title : (back?.label ?? ''))}</title>
      <div>
        {back && (
          <Link className="page-header-back" to={back.to}>
            <Icon name="back" />
            {back.label}
          </Link>
        )}
        <h1>{title}</h1>
        {note && <p className="page-header-note">{note}</p>}
      </div>
      {children && <div className="toolbar">{children}</div>}
    </header>
  );
}
