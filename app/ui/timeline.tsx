import type { ReactNode } from 'react';

export interface TimelineEntry {
  id: string;
  /** As the reader reads it. */
  when: ReactNode;
  /** ISO 8601, for machines. */
  dateTime?: string;
  title: ReactNode;
  tone?: 'plain' | 'quiet' | 'attention' | 'danger';
  children?: ReactNode;
}

/** One story, newest first. */
export function Timeline({ entries }: { entries: readonly TimelineEntry[] }) {
  return (
    <ol className="timeline">
      {entries.map((entry) => (
        <li key={entry.id} data-tone={entry.tone}>
          <div className="timeline-when">
            <time dateTime={entry.dateTime}>{entry.when}</time>
          </div>
          <h3 className="timeline-title">{entry.title}</h3>
          {entry.children}
        </li>
      ))}
    </ol>
  );
}
