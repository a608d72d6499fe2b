import { Badge, type BadgeTone } from '#ui/badge.tsx';

export interface ShownFinding {
  check: string;
  level: 'ok' | 'attention' | 'danger';
  name: string;
  text: string;
}

interface FindingListProps {
  findings: readonly ShownFinding[];
  /** The level in one word. */
  word: string;
}

const tones: Record<ShownFinding['level'], BadgeTone> = {
  ok: 'success',
  attention: 'attention',
  danger: 'danger',
};

/** What was found, each with what to do about it. */
export function FindingList({ findings, word }: FindingListProps) {
  return (
    <ul className="grid gap-5">
      {findings.map(({ check, level, name, text }, at) => (
        <li key={`${check} ${at}`} className="grid gap-1">
          <p className="m-0 flex flex-wrap items-center gap-2">
            <strong>{name}</strong>
            <Badge tone={tones[level]}>{word}</Badge>
          </p>
          {/* Paths and names of tables are long words. */}
          <p className="m-0 max-w-prose [overflow-wrap:anywhere]">{text}</p>
        </li>
      ))}
    </ul>
  );
}
