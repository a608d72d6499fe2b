import type { Inline } from './block.ts';

/** Text in pieces; a typed line end is a space, or a break where lines are kept. */
export function textInlines(text: string, keepLines: boolean, room: { left: number }): Inline[] {
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

export function joinTexts(inlines: readonly Inline[]): Inline[] {
  const joined: Inline[] = [];
  for (const one of inlines) {
    const last = joined.at(-1);
    if (one.kind === 'text' && last?.kind === 'text') {
      joined[joined.length - 1] = { kind: 'text', text: last.text + one.text };
    } else joined.push(one);
  }
  return joined;
}

export function trimEnd(inlines: readonly Inline[]): Inline[] {
  const last = inlines.at(-1);
  if (last?.kind !== 'text') return [...inlines];
  const text = last.text.trimEnd();
  return [...inlines.slice(0, -1), ...(text === '' ? [] : [{ kind: 'text', text } as const])];
}

export function hasWords(inlines: readonly Inline[]): boolean {
  return inlines.some((one) =>
    one.kind === 'text'
      ? one.text.trim() !== ''
      : one.kind === 'value' || ('children' in one && hasWords(one.children)),
  );
}
