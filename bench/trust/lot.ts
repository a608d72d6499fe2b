/** Draws that can be repeated: the same seed draws the same. */
export interface Lot {
  /** From 0 up to, never reaching, 1. */
  next(): number;
  /** A whole number from 0 up to, never reaching, the limit. */
  below(limit: number): number;
  /** @throws when there is nothing to pick from */
  pick<Item>(items: readonly Item[]): Item;
  chance(share: number): boolean;
  shuffled<Item>(items: readonly Item[]): Item[];
}

/** Mulberry32: 32 bits of state are plenty for drawing cases. */
export function createLot(seed: number): Lot {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    next,
    below,
    chance: (share) => next() < share,
    pick(items) {
      if (items.length === 0) throw new Error('there is nothing to pick from');
      return items[below(items.length)] as (typeof items)[number];
    },
    shuffled(items) {
      const rest = [...items];
      for (let at = rest.length - 1; at > 0; at -= 1) {
        const other = below(at + 1);
        [rest[at], rest[other]] = [rest[other] as never, rest[at] as never];
      }
      return rest;
    },
  };
}
