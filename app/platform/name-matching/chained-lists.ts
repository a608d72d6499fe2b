import { growingInts } from './growing-ints.ts';

/**
 * Many small lists of integers under numeric keys, newest first, in two flat arrays. Nothing is taken out:
 * the owner skips what is dead and rebuilds when too much is.
 */
export interface ChainedLists {
  add(key: number, value: number): void;
  /** Calls until `visit` answers false; returns how many were visited. */
  walk(key: number, visit: (value: number) => boolean): number;
  bytes(): number;
}

export function chainedLists(): ChainedLists {
  const heads = new Map<number, number>();
  const values = growingInts();
  const links = growingInts();
  return {
    add(key, value) {
      const head = heads.get(key);
      values.push(value);
      heads.set(key, links.push(head ?? -1));
    },
    walk(key, visit) {
      let visited = 0;
      for (let entry = heads.get(key) ?? -1; entry >= 0; entry = links.at(entry)) {
        visited++;
        if (!visit(values.at(entry))) break;
      }
      return visited;
    },
    bytes: () => values.bytes() + links.bytes() + heads.size * 40,
  };
}
