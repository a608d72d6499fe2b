import type { ReactNode } from 'react';

export type BadgeTone = 'plain' | 'teal' | 'attention' | 'danger' | 'success';

/** A state in one or two words. Never the only sign: the words say it, colour only repeats it. */
export function Badge({ tone = 'plain', children }: { tone?: BadgeTone; children: ReactNode }) {
  return (
    <span className="badge" data-tone={tone}>
      {children}
    </span>
  );
}
