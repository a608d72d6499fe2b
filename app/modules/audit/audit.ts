import type { ChainFinding } from './audit.tables.server.ts';

/**
 * The head of a chain as a person can write it down: twelve hex digits in threes of four. Who has noted it can tell later
 * whether the chain still contains it.
 */
export const headCode = (hash: Buffer): string =>
  (hash.toString('hex').slice(0, 12).match(/.{4}/g) ?? []).join('-');

/** Places named at most; a chain that is broken everywhere needs no longer list. */
export const namedPlaces = 100;

interface Anchor {
  head_seq: number;
  head_hash: Buffer;
}

/**
 * Earlier proofs that the chain no longer contains: it was cut short or written anew since.
 * @param hashes what the chain holds now at each of these numbers
 */
export function lostAnchors(anchors: readonly Anchor[], hashes: ReadonlyMap<number, Buffer>): ChainFinding[] {
  const lost = anchors.filter(
    ({ head_seq, head_hash }) => head_seq > 0 && !hashes.get(head_seq)?.equals(head_hash),
  );
  return [...new Set(lost.map(({ head_seq }) => head_seq))]
    .sort((a, b) => a - b)
    .map((seq) => ({ seq, kind: 'head' }));
}
