import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';

export type NoticeTone = 'info' | 'attention' | 'danger' | 'success';

export interface NoticeProps {
  tone?: NoticeTone;
  title?: ReactNode;
  children?: ReactNode;
  /** For a message that answers what the person just did. */
  live?: boolean;
}

/** Something that must not be missed. Saffron asks for attention, red is for danger alone. */
export function Notice({ tone = 'info', title, children, live }: NoticeProps) {
  return (
    <div
      className="notice"
      data-tone={tone}
      role={live ? (tone === 'danger' ? 'alert' : 'status') : undefined}
    >
      <Icon name={tone} />
      <div className="notice-body">
        {title && <p className="notice-title">{title}</p>}
        {children}
      </div>
    </div>
  );
}
