import type { Block, Inline } from './block.ts';

/** What a body leans on, each named once, in the order of first mention. */
export interface BlockQuotes {
  /** Codes of facts, quoted whole or as a value. */
  facts: string[];
  /** Slugs of pages of the hub. */
  pages: string[];
  /** Addresses outside: `https:`, `tel:`, `mailto:`. */
  links: string[];
  /** Does it show our own centre's phone, address and hours? */
  centre: boolean;
}

export function blockQuotes(blocks: readonly Block[]): BlockQuotes {
  const facts = new Set<string>();
  const pages = new Set<string>();
  const links = new Set<string>();
  let centre = false;

  function readInlines(inlines: readonly Inline[]): void {
    for (const inline of inlines) {
      if (inline.kind === 'value') facts.add(inline.code);
      if (inline.kind === 'link') {
        if (inline.href.startsWith('page:')) pages.add(inline.href.slice(5));
        else links.add(inline.href);
      }
      if ('children' in inline) readInlines(inline.children);
    }
  }

  function readBlock(block: Block): void {
    switch (block.kind) {
      case 'heading':
      case 'paragraph':
        return readInlines(block.children);
      case 'list':
      case 'steps':
        return block.items.flat().forEach(readBlock);
      case 'table':
        return [block.head, ...block.rows].flat().forEach(readInlines);
      case 'fact':
        facts.add(block.code);
        return;
      case 'checklist':
        return block.items.forEach((item) => readInlines(item.children));
      case 'contact':
        readInlines(block.title);
        return block.children.forEach(readBlock);
      case 'warning':
        return block.children.forEach(readBlock);
      case 'centre':
        centre = true;
    }
  }

  blocks.forEach(readBlock);
  return { facts: [...facts], pages: [...pages], links: [...links], centre };
}
