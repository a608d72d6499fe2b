import { blockHash, blockSource } from './parse-body.ts';

/**
 * Places in a translation whose source has changed since, or that still stand in the source's own words.
 * `basis` holds, per block of the translation, the hash of the source block that it translates.
 */
export function staleBlocks(basis: readonly string[], source: string): number[] {
  const current = new Set(blockSource(source).map(blockHash));
  return basis.flatMap((of, at) => (current.has(of) ? [] : [at]));
}

/** Does every block of the source stand in the translation, as it reads now? */
export function isWhole(basis: readonly string[], source: string): boolean {
  const there = new Set(basis);
  return blockSource(source).every((block) => there.has(blockHash(block)));
}

export interface SideBySide {
  source: string;
  /** The translation of this block; empty where there is none. */
  text: string;
  isCurrent: boolean;
  /** The hash of what `text` translates, where that is no longer the source. */
  of: string;
}

/**
 * The source with its translation beside it. Blocks find each other by what was translated, so that a paragraph put in
 * the middle leaves the others where they belong; what is left over is laid beside what has changed, in order.
 */
export function sideBySide(
  source: string,
  translation: { body: string; basis: readonly string[] } | undefined,
): SideBySide[] {
  const texts = translation ? blockSource(translation.body) : [];
  const left = texts.map((text, at) => ({ text, of: translation?.basis[at] ?? '' }));
  const blocks = blockSource(source);
  const matched = blocks.map((block) => {
    const hash = blockHash(block);
    const at = left.findIndex(({ of }) => of === hash);
    return at < 0 ? undefined : left.splice(at, 1)[0];
  });
  return blocks.map((block, at) => {
    const own = matched[at];
    if (own) return { source: block, text: own.text, isCurrent: true, of: own.of };
    const old = left.shift();
    // A block that was never translated stands in the source's words: nothing to lay beside.
    const text = old && old.of !== '' ? old.text : '';
    return { source: block, text, isCurrent: false, of: old?.of ?? '' };
  });
}
