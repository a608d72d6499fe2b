import { createHash } from 'node:crypto';

export interface KnownTokens {
  has(token: string): boolean;
  /** Remembers a token that was just recognised, or forgets one that no longer is. */
  note(token: string, recognised: boolean): void;
}

/** More than a house has people at work; the longest unseen makes room. */
const most = 500;

/**
 * Which session tokens were good a moment ago. It opens nothing: every token is looked up anew each time. It only says
 * in which line to wait, so that a flood of made-up tokens stands in a line of its own.
 */
export function createKnownTokens(): KnownTokens {
  const known = new Set<string>();
  const nameOf = (token: string) => createHash('sha256').update(token).digest('base64');
  return {
    has: (token) => known.has(nameOf(token)),
    note(token, recognised) {
      const name = nameOf(token);
      known.delete(name);
      if (!recognised) return;
      known.add(name);
      const oldest = known.values().next();
      if (known.size > most && !oldest.done) known.delete(oldest.value);
    },
  };
}
