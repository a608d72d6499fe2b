import type { KeptAnswer } from './kept-answer.server.ts';

/** What came of making a page. */
export interface Made {
  /** A page for everybody. */
  kept?: KeptAnswer;
  /** An answer for those who asked just now: not there, moved, broken. Neither: it was for one person only. */
  passing?: { status: number; headers: [string, string][]; body: Uint8Array<ArrayBuffer> };
}

export interface CacheLimits {
  /** Bytes of all pages. */
  pages: number;
  /** Bytes of what there is no end of (searches, filters, foreign host names), and of sheets and sound. */
  many: number;
  /** Bytes above which one answer is not kept. */
  single: number;
}

export const cacheLimits: CacheLimits = { pages: 64 << 20, many: 24 << 20, single: 2 << 20 };

export interface PublicCache {
  /** What is kept under this key and still stands at this revision. */
  find(key: string, revision: string): KeptAnswer | undefined;
  /** What is kept, however old: better than nothing when no new one can be made. */
  findOld(key: string): KeptAnswer | undefined;
  /**
   * Makes an answer, once for all who ask for it in the meantime, and keeps it if it is a page for everybody.
   * @param revision at which it is asked for; undefined: nobody knows, so nothing is kept
   */
  make(
    key: string,
    revision: string | undefined,
    isOneOfMany: boolean,
    make: () => Promise<Made>,
  ): Promise<Made>;
  /** Bytes taken at present. */
  size(): { pages: number; many: number };
}

interface CacheOptions {
  now?: () => number;
  limits?: CacheLimits;
  /** Milliseconds since the content last changed. */
  steadyFor?: () => number;
}

interface Entry {
  kept: KeptAnswer;
  revision: string;
  until: number;
}

/** Whatever the revision says, a page is made anew after this: no mistake in counting revisions lasts longer. */
const longest = 10 * 60_000;
/** What is made right after a change may still have seen something of before, where other parts remember for a moment. */
const unsteady = 3_000;
const whileUnsteady = 2_000;

/** Answers that are the same for everybody, by address and language, each with the revision at which it was made. */
export function createPublicCache(options: CacheOptions = {}): PublicCache {
  const { now = () => performance.now(), limits = cacheLimits, steadyFor = () => Infinity } = options;
  const pages = new Shelf(limits.pages);
  const many = new Shelf(limits.many);
  const beingMade = new Map<string, Promise<Made>>();
  const get = (key: string) => pages.get(key) ?? many.get(key);

  return {
    find(key, revision) {
      const entry = get(key);
      return entry && entry.revision === revision && entry.until > now() ? entry.kept : undefined;
    },
    findOld: (key) => get(key)?.kept,
    make(key, revision, isOneOfMany, make) {
      // A page begun before a change is not good enough for who asks after it.
      const name = `${revision ?? ''} ${key}`;
      const running = beingMade.get(name);
      if (running) return running;
      const making = make()
        .then((made) => {
          const { kept } = made;
          if (kept && revision !== undefined && kept.bytes <= limits.single) {
            const lasts = steadyFor() < unsteady ? whileUnsteady : longest;
            const [shelf, other] = isOneOfMany ? [many, pages] : [pages, many];
            other.delete(key);
            shelf.set(key, { kept, revision, until: now() + lasts });
          }
          return made;
        })
        .finally(() => beingMade.delete(name));
      beingMade.set(name, making);
      return making;
    },
    size: () => ({ pages: pages.bytes, many: many.bytes }),
  };
}

/** Keeps so many bytes; what was not asked for the longest makes room. */
class Shelf {
  readonly #entries = new Map<string, Entry>();
  readonly #most: number;
  bytes = 0;

  constructor(most: number) {
    this.#most = most;
  }

  get(key: string): Entry | undefined {
    const entry = this.#entries.get(key);
    if (!entry) return undefined;
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    return entry;
  }

  set(key: string, entry: Entry): void {
    this.delete(key);
    this.#entries.set(key, entry);
    this.bytes += entry.kept.bytes;
    for (const oldest of this.#entries.keys()) {
      if (this.bytes <= this.#most) break;
      this.delete(oldest);
    }
  }

  delete(key: string): void {
    const entry = this.#entries.get(key);
    if (!entry) return;
    this.#entries.delete(key);
    this.bytes -= entry.kept.bytes;
  }
}
