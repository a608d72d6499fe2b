import type { Nodes, Parents, PhrasingContent, RootContent } from 'mdast';
import type { LeafDirective, TextDirective } from 'mdast-util-directive';
import { directiveFromMarkdown } from 'mdast-util-directive';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { directive } from 'micromark-extension-directive';
import { gfmTable } from 'micromark-extension-gfm-table';
import type { Block, ChecklistItem, Inline } from './block.ts';
import { safeHref } from './body-link.ts';
import { tameSource } from './clean-source.ts';
import { checklistConditions, checklistSteps } from './guide.ts';

/** What a body may hold at most; more is cut, and "…" stands where it was cut. */
export const bodyLimits = {
  blocks: 400,
  depth: 6,
  tableColumns: 12,
  tableRows: 60,
  /** Characters of one paragraph, heading, item or cell. */
  characters: 5_000,
} as const;

/**
 * The blocks of a body, whatever was typed: what is not on the list of blocks comes out as the text it is, never as
 * markup. Pure, runs in a browser as well, never throws, and takes time in proportion to the text.
 */
export function parseBody(markdown: string): Block[] {
  return readBody(markdown).blocks;
}

/**
 * The source of each block at the top level, in the order of `parseBody`: what a translation is compared with,
 * block by block.
 */
export function blockSource(markdown: string): string[] {
  return readBody(markdown).sources;
}

/** A short name for the source of a block; differences of spacing alone do not count. Not for secrets. */
export function blockHash(source: string): string {
  const text = source.replace(/\s+/gu, ' ').trim();
  let a = 0x9e3779b9;
  let b = 0x85ebca6b;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    a = Math.imul(a ^ unit, 0x01000193);
    b = Math.imul(b ^ unit, 0x5bd1e995) ^ (b >>> 15);
  }
  return [a, b].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('');
}

function readBody(markdown: string): { blocks: Block[]; sources: string[] } {
  const source = tameSource(String(markdown));
  const reader = new BodyReader(source);
  const blocks: Block[] = [];
  const sources: string[] = [];
  for (const node of parse(source)) {
    if (reader.isFull) {
      blocks.push(cutMark());
      sources.push(reader.sourceOf(node));
      break;
    }
    blocks.push(reader.block(node, 1));
    sources.push(reader.sourceOf(node));
  }
  return { blocks, sources };
}

/** Constructs that have no block: switched off, so that what was typed stays text. */
const switchedOff = {
  disable: {
    null: [
      'autolink',
      'blockQuote',
      'characterReference',
      'codeFenced',
      'codeIndented',
      'codeText',
      'definition',
      'htmlFlow',
      'htmlText',
      'setextUnderline',
      'thematicBreak',
    ],
  },
};

function parse(source: string): RootContent[] {
  try {
    return fromMarkdown(source, {
      extensions: [directive(), gfmTable(), switchedOff],
      mdastExtensions: [directiveFromMarkdown(), gfmTableFromMarkdown()],
    }).children;
  } catch {
    // No input is known that gets here; a reader must see the words even then.
    return source
      .split(/\n{2,}/u)
      .filter((part) => part.trim() !== '')
      .map((value) => ({ type: 'paragraph', children: [{ type: 'text', value }] }));
  }
}

const cutMark = (): Block => ({ kind: 'paragraph', children: [{ kind: 'text', text: '…' }] });

const codePattern = '([a-z0-9][a-z0-9-]{0,79})';
const wholeFact = new RegExp(`^::fact\\[${codePattern}\\]$`, 'u');
const valueOfFact = new RegExp(`^:fact\\[${codePattern}\\]$`, 'u');

class BodyReader {
  #source: string;
  #count = 0;

  constructor(source: string) {
    this.#source = source;
  }

  get isFull(): boolean {
    return this.#count >= bodyLimits.blocks;
  }

  sourceOf(node: Nodes): string {
    const { start, end } = node.position ?? {};
    if (start?.offset === undefined || end?.offset === undefined) {
      return 'children' in node
        ? node.children.map((child) => ('value' in child ? child.value : '')).join('')
        : '';
    }
    return this.#source.slice(start.offset, end.offset);
  }

  /** Exactly one block for each node, so that blocks and sources keep step. */
  block(node: RootContent, depth: number, keepLines = false): Block {
    this.#count++;
    if (depth > bodyLimits.depth) return this.plain(node);
    switch (node.type) {
      case 'paragraph':
        return { kind: 'paragraph', children: this.inlines(node, keepLines) };
      case 'heading':
        return node.depth === 2 || node.depth === 3
          ? { kind: 'heading', level: node.depth, children: this.inlines(node) }
          : this.plain(node);
      case 'list':
        return {
          kind: node.ordered ? 'steps' : 'list',
          items: this.within(node.children, (item) => this.blocks(item.children, depth + 1, keepLines)),
        };
      case 'table':
        return this.table(node);
      case 'leafDirective':
        return this.leaf(node);
      case 'containerDirective':
        return this.container(node, depth);
      default:
        return this.plain(node);
    }
  }

  blocks(nodes: readonly RootContent[], depth: number, keepLines = false): Block[] {
    return this.within(nodes, (node) => this.block(node, depth, keepLines));
  }

  /** As many as there is room for; where something is left out, the last one says so. */
  within<N, R>(nodes: readonly N[], make: (node: N) => R): R[] {
    const made: R[] = [];
    for (const node of nodes) {
      if (this.isFull) break;
      made.push(make(node));
    }
    return made;
  }

  table(node: Extract<RootContent, { type: 'table' }>): Block {
    const cells = (row: (typeof node.children)[number]) =>
      row.children.slice(0, bodyLimits.tableColumns).map((cell) => this.inlines(cell));
    const [head, ...rest] = node.children;
    const rows = rest.slice(0, bodyLimits.tableRows).map(cells);
    if (rest.length > rows.length) rows.push([[{ kind: 'text', text: '…' }]]);
    return { kind: 'table', head: head ? cells(head) : [], rows };
  }

  leaf(node: LeafDirective): Block {
    const source = this.sourceOf(node).trim();
    if (source === '::centre') return { kind: 'centre' };
    const code = wholeFact.exec(source)?.[1];
    return code === undefined ? this.plain(node) : { kind: 'fact', code };
  }

  container(node: Extract<RootContent, { type: 'containerDirective' }>, depth: number): Block {
    const [first, ...rest] = node.children;
    const label = first?.type === 'paragraph' && first.data?.directiveLabel ? first : undefined;
    const inside = label ? rest : node.children;
    if (node.name === 'warning') {
      return { kind: 'warning', children: this.blocks(node.children, depth + 1) };
    }
    if (node.name === 'contact' && label) {
      return {
        kind: 'contact',
        title: this.inlines(label),
        // An address is written line by line and read so.
        children: this.blocks(inside, depth + 1, true),
      };
    }
    if (node.name === 'checklist' && !label && inside.length > 0) {
      const lists = inside.filter((child) => child.type === 'list');
      if (lists.length === inside.length) {
        const items = lists.flatMap((list) => list.children);
        return { kind: 'checklist', items: this.within(items, (item) => this.checklistItem(item)) };
      }
    }
    return this.plain(node);
  }

  checklistItem(item: Parents): ChecklistItem {
    this.#count++;
    const only = item.children.length === 1 ? item.children[0] : undefined;
    if (only?.type !== 'paragraph') return { children: this.plainInlines(item), conditions: [] };
    const rest = [...only.children];
    const conditions: ChecklistItem['conditions'] = [];
    let step: string | undefined;
    // Marks stand at the end of the item, after its words.
    for (;;) {
      const last = rest.at(-1);
      if (last?.type === 'text' && last.value.trim() === '') {
        rest.pop();
        continue;
      }
      const found = last?.type === 'textDirective' ? this.itemMark(last) : undefined;
      if (!found) break;
      if ('step' in found) step ??= found.step;
      else conditions.unshift(...found.conditions);
      rest.pop();
    }
    const children = trimEnd(this.inlines({ ...only, children: rest }));
    return { children, ...(step === undefined ? {} : { step }), conditions };
  }

  /** `:at[step]` or `:for{key=value}`; undefined for whatever else, which stays text. */
  itemMark(node: TextDirective): { step: string } | { conditions: ChecklistItem['conditions'] } | undefined {
    const step = /^:at\[([a-z]+)\]$/u.exec(this.sourceOf(node))?.[1];
    if (step !== undefined)
      return (checklistSteps as readonly string[]).includes(step) ? { step } : undefined;
    if (node.name !== 'for' || node.children.length > 0) return undefined;
    const conditions = Object.entries(node.attributes ?? {}).map(([key, value]) => ({
      key,
      value: value ?? '',
    }));
    const known = conditions.every(({ key, value }) =>
      Object.entries(checklistConditions).some(
        ([name, values]) => name === key && (values as readonly string[]).includes(value),
      ),
    );
    return known && conditions.length > 0 ? { conditions } : undefined;
  }

  inlines(node: { children: PhrasingContent[] }, keepLines = false): Inline[] {
    const room = { left: bodyLimits.characters };
    return joinTexts(node.children.flatMap((child) => this.inline(child, 1, keepLines, room)));
  }

  inline(node: PhrasingContent, depth: number, keepLines: boolean, room: { left: number }): Inline[] {
    if (room.left <= 0) return [];
    const inside = (parent: { children: PhrasingContent[] }) =>
      joinTexts(parent.children.flatMap((child) => this.inline(child, depth + 1, keepLines, room)));
    const asTyped = () => textInlines(this.sourceOf(node), keepLines, room);
    if (depth > bodyLimits.depth) return asTyped();
    switch (node.type) {
      case 'text':
        return textInlines(node.value, keepLines, room);
      case 'break':
        return [{ kind: 'break' }];
      case 'strong':
      case 'emphasis': {
        const children = inside(node);
        return children.length > 0 ? [{ kind: node.type, children }] : asTyped();
      }
      case 'link': {
        const href = safeHref(node.url);
        const children = inside(node);
        if (href === undefined) return children.length > 0 ? children : asTyped();
        return [
          { kind: 'link', href, children: hasWords(children) ? children : [{ kind: 'text', text: href }] },
        ];
      }
      case 'textDirective': {
        const code = valueOfFact.exec(this.sourceOf(node))?.[1];
        return code === undefined ? asTyped() : [{ kind: 'value', code }];
      }
      default:
        return asTyped();
    }
  }

  /** What was typed, as words. */
  plain(node: RootContent): Block {
    return { kind: 'paragraph', children: this.plainInlines(node) };
  }

  plainInlines(node: Nodes): Inline[] {
    const typed = this.sourceOf(node).trim();
    return textInlines(typed, true, { left: bodyLimits.characters });
  }
}

/** Text in pieces; a typed line end is a space, or a break where lines are kept. */
function textInlines(text: string, keepLines: boolean, room: { left: number }): Inline[] {
  if (room.left <= 0 || text === '') return [];
  const cut =
    text.length > room.left ? `${text.slice(0, room.left).replace(/[\uD800-\uDBFF]$/u, '')}…` : text;
  room.left -= text.length;
  const lines = cut.split(/ *\n */u);
  if (!keepLines) return [{ kind: 'text', text: lines.join(' ') }];
  return lines.flatMap((line, at): Inline[] => [
    ...(at > 0 ? [{ kind: 'break' } as const] : []),
    ...(line === '' ? [] : [{ kind: 'text', text: line } as const]),
  ]);
}

function joinTexts(inlines: readonly Inline[]): Inline[] {
  const joined: Inline[] = [];
  for (const one of inlines) {
    const last = joined.at(-1);
    if (one.kind === 'text' && last?.kind === 'text') {
      joined[joined.length - 1] = { kind: 'text', text: last.text + one.text };
    } else joined.push(one);
  }
  return joined;
}

function trimEnd(inlines: readonly Inline[]): Inline[] {
  const last = inlines.at(-1);
  if (last?.kind !== 'text') return [...inlines];
  const text = last.text.trimEnd();
  return [...inlines.slice(0, -1), ...(text === '' ? [] : [{ kind: 'text', text } as const])];
}

function hasWords(inlines: readonly Inline[]): boolean {
  return inlines.some((one) =>
    one.kind === 'text'
      ? one.text.trim() !== ''
      : one.kind === 'value' || ('children' in one && hasWords(one.children)),
  );
}
