import type { Block, Inline } from './block.ts';

/** Words for what a text only refers to: a fact's value where one is at hand. Left out, it gives nothing. */
export type ValueText = (code: string) => string | undefined;

/** The words of blocks, one line for each block, item or row: for search, summaries, machines. */
export function blockText(blocks: readonly Block[], valueText: ValueText = () => undefined): string {
  return blocks
    .flatMap((block) => blockLines(block, valueText))
    .filter((line) => line !== '')
    .join('\n');
}

/** The words of one line. */
export function inlineText(inlines: readonly Inline[], valueText: ValueText = () => undefined): string {
  return inlines
    .map((inline): string => {
      switch (inline.kind) {
        case 'text':
          return inline.text;
        case 'value':
          return valueText(inline.code) ?? '';
        case 'break':
          return ' ';
        default:
          return inlineText(inline.children, valueText);
      }
    })
    .join('');
}

function blockLines(block: Block, valueText: ValueText): string[] {
  const lines = (blocks: readonly Block[]) => blocks.flatMap((inside) => blockLines(inside, valueText));
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return [inlineText(block.children, valueText).trim()];
    case 'list':
    case 'steps':
      return block.items.flatMap(lines);
    case 'table':
      return [block.head, ...block.rows].map((row) =>
        row.map((cell) => inlineText(cell, valueText).trim()).join(' · '),
      );
    case 'fact':
      return [valueText(block.code) ?? ''];
    case 'checklist':
      return block.items.map((item) => inlineText(item.children, valueText).trim());
    case 'warning':
      return lines(block.children);
    case 'contact':
      return [inlineText(block.title, valueText).trim(), ...lines(block.children)];
    case 'centre':
      return [];
  }
}
