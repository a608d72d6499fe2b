export interface RevisionWatch {
  /** The revision, when it is known well enough to answer at once; undefined: ask `fresh`. */
  current(): string | undefined;
  /** The revision as it stands now, or the last known one where nobody answers; undefined when none was ever known. */
  fresh(): Promise<string | undefined>;
  /** Something was written here: what is known counts no longer. */
  distrust(): void;
  /** Milliseconds since the revision was last seen to change. */
  steadyFor(): number;
}

interface WatchOptions {
  now?: () => number;
  /** Milliseconds after which nobody waits any longer for an answer. */
  patience?: number;
}

/** Asked again after this, while the last answer still serves. */
const soft = 1_000;
/** Beyond this nobody is answered from what was known: a change shows within two seconds, on every process. */
const hard = 1_700;
/** Writes may come faster than answers; somebody is waiting for a page. */
const mostRounds = 3;

/**
 * Knows at which revision the public content stands, for one short question a second however many ask. When the
 * database is away the last known revision goes on: the pages that are kept stay readable.
 */
export function watchRevision(
  ask: () => Promise<string>,
  { now = () => performance.now(), patience = 1_000 }: WatchOptions = {},
): RevisionWatch {
  let known: string | undefined;
  let knownAt = Number.NEGATIVE_INFINITY;
  let changedAt = Number.NEGATIVE_INFINITY;
  let writes = 0;
  let asking: Promise<void> | undefined;

  const askOnce = (): Promise<void> => (asking ??= askNow().finally(() => (asking = undefined)));

  async function askNow(): Promise<void> {
    for (let round = 1; ; round += 1) {
      const before = writes;
      const start = now();
      const answer = await withPatience(ask, patience);
      const isOverwritten = before !== writes;
      // What was written meanwhile may be missing in the answer.
      if (answer !== undefined && isOverwritten && round < mostRounds) continue;
      // Who does not answer is not asked again by every reader.
      if (!isOverwritten) knownAt = answer === undefined ? now() : start;
      if (answer !== undefined && answer !== known) {
        known = answer;
        changedAt = now();
      }
      return;
    }
  }

  return {
    current() {
      const age = now() - knownAt;
      if (age >= hard) return undefined;
      if (age >= soft) void askOnce();
      return known;
    },
    async fresh() {
      if (now() - knownAt >= soft) await askOnce();
      return known;
    },
    distrust() {
      writes += 1;
      knownAt = Number.NEGATIVE_INFINITY;
    },
    steadyFor: () => now() - changedAt,
  };
}

/** Undefined for an error and for an answer that does not come. */
async function withPatience(ask: () => Promise<string>, patience: number): Promise<string | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, patience, undefined);
  });
  const answer = Promise.resolve()
    .then(ask)
    .catch(() => undefined);
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}
