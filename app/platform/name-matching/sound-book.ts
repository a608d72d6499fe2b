import { chainedLists } from './chained-lists.ts';

/** Years of birth that share a list. */
const bucketYears = 4;
const firstYear = 1880;
/** Lists for each sound: one for unknown years, the others by year. */
const buckets = 64;

/**
 * Finds people by the sound of one word of their name and about when they were born: what is common in a register is
 * cut into pieces that can be walked whole. Values are slots of the owner.
 */
export interface SoundBook {
  add(sounds: readonly number[], birthYear: number, slot: number): void;
  /** People of this sound who may be born in that year, those without a year among them; everybody for year 0. */
  walk(sound: number, birthYear: number, visit: (slot: number) => boolean): void;
  bytes(): number;
}

export function soundBook(): SoundBook {
  const lists = chainedLists();
  const bucketOf = (year: number) =>
    year <= 0 ? 0 : Math.min(buckets - 1, 1 + Math.floor(Math.max(0, year - firstYear) / bucketYears));
  return {
    add(sounds, birthYear, slot) {
      for (const sound of sounds) lists.add(sound * buckets + bucketOf(birthYear), slot);
    },
    walk(sound, birthYear, visit) {
      const walker = { going: true };
      const visitOn = (slot: number): boolean => (walker.going = visit(slot));
      const own = bucketOf(birthYear);
      // The same four years and the four before and after: what is further apart is somebody else or a shared phone.
      const [from, to] =
        own === 0 ? [0, buckets - 1] : [Math.max(1, own - 1), Math.min(buckets - 1, own + 1)];
      for (let bucket = from; bucket <= to && walker.going; bucket++)
        lists.walk(sound * buckets + bucket, visitOn);
      if (own !== 0 && walker.going) lists.walk(sound * buckets, visitOn);
    },
    bytes: () => lists.bytes(),
  };
}
