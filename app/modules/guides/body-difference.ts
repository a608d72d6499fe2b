import { blockSource } from './parse-body.ts';

export interface BodyPart {
  /** In both, only in what is saved now, or only in what was typed. */
  in: 'both' | 'saved' | 'typed';
  text: string;
}

/** Two bodies beside each other, block by block: what a colleague saved, and what was typed meanwhile. */
export function bodyDifference(saved: string, typed: string): BodyPart[] {
  const a = blockSource(saved);
  const b = blockSource(typed);
  // Longest run of blocks that both have, in order; a body has at most a few hundred.
  const run = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  const at = (i: number, j: number): number => run[i]?.[j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--) {
      const row = run[i];
      if (row) row[j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  const parts: BodyPart[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      parts.push({ in: 'both', text: a[i] ?? '' });
      i += 1;
      j += 1;
    } else if (i < a.length && (j === b.length || at(i + 1, j) >= at(i, j + 1))) {
      parts.push({ in: 'saved', text: a[i++] ?? '' });
    } else parts.push({ in: 'typed', text: b[j++] ?? '' });
  }
  return parts;
}
