import type { Nodes, Parents, PhrasingContent, RootContent } from 'mdast';
import type { LeafDirective, TextDirective } from 'mdast-util-directive';
import type { Block, ChecklistItem, Inline } from './block.ts';
import { safeHref } from './body-link.ts';
import { checklistConditions, checklistSteps } from './guide.ts';
import { hasWords, joinTexts, textInlines, trimEnd } from './typed-inlines.ts';

/** What a body may hold at most; more is cut, and "…" stands where it was cut. */
export const bodyLimits = {
  blocks: 400,
  depth: 6,
  tableColumns: 12,
  tableRows: 60,
  /** Characters of one paragraph, heading, item or cell. */
  characters: 5_000,
} as const;

const codePattern = '([a-z0-9][a-z0-9-]{0,79})';
const wholeFact = new RegExp(`^::fact\\[${codePattern}\\]$`, 'u');
const valueOfFact = new RegExp(`^:fact\\[${codePattern}\\]$`, 'u');

/** Reads nodes of the parser into blocks, keeping to the limits over the whole of a body. */
export class BodyReader {
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
