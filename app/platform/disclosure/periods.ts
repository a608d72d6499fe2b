/** Whole days, ISO: `next` no longer belongs to it. */
export interface Span {
  first: string;
  next: string;
}

const spanKey = ({ first, next }: Span) => `${first}/${next}`;

/** Each once, in the order of time. */
export function distinctSpans(spans: readonly Span[]): Span[] {
  const each = new Map(spans.map(({ first, next }) => [spanKey({ first, next }), { first, next }]));
  return [...each.values()].sort((a, b) => order(a.first, b.first) || order(a.next, b.next));
}

/** The pieces between all edges of the spans: every span is a row of whole pieces. */
export function piecesOf(spans: readonly Span[]): Span[] {
  const edges = [...new Set(spans.flatMap(({ first, next }) => [first, next]))].sort(order);
  return edges.slice(1).flatMap((next, index) => {
    const piece = { first: edges[index] ?? next, next };
    return spans.some((span) => within(piece, span)) ? [piece] : [];
  });
}

export const within = (inner: Span, outer: Span): boolean =>
  inner.first >= outer.first && inner.next <= outer.next;
export const sameSpan = (a: Span, b: Span): boolean => a.first === b.first && a.next === b.next;
export const overlaps = (a: Span, b: Span): boolean => a.first < b.next && b.first < a.next;

/** Spans inside `outer` with none of the others between. */
export function largestInside(spans: readonly Span[], outer: Span): Span[] {
  const inside = spans.filter((span) => within(span, outer) && !sameSpan(span, outer));
  return inside.filter((span) => !inside.some((other) => within(span, other) && !sameSpan(span, other)));
}

/** How many ways of laying a span out of others are looked at. */
const mostCovers = 16;

/**
 * Rows of other spans that together hold every day of `outer`: those that fit edge to edge, and, where calendars differ,
 * one that overlaps its edges.
 */
export function coversOf(spans: readonly Span[], outer: Span): Span[][] {
  const inside = largestInside(spans, outer);
  const covers: Span[][] = [];
  const lay = (at: string, laid: Span[]): void => {
    if (covers.length >= mostCovers) return;
    if (at === outer.next) {
      covers.push(laid);
      return;
    }
    for (const span of inside) if (span.first === at) lay(span.next, [...laid, span]);
  };
  lay(outer.first, []);
  if (covers.length === 0) covers.push(...greedyCover(spans, outer));
  return covers;
}

function greedyCover(spans: readonly Span[], outer: Span): Span[][] {
  const others = spans.filter((span) => !within(outer, span));
  const laid: Span[] = [];
  let at = outer.first;
  while (at < outer.next) {
    const from = at;
    const reach = others
      .filter(({ first, next }) => first <= from && next > from)
      .sort((a, b) => order(b.next, a.next))[0];
    if (!reach) return [];
    laid.push(reach);
    at = reach.next;
  }
  return [laid];
}

/** Those that touch `span` directly or through others: only they can say something about it. */
export function connectedTo<T extends Span>(all: readonly T[], span: Span): T[] {
  let touched: Span[] = [span];
  let found: T[] = [];
  for (;;) {
    const reached = all.filter((one) => touched.some((other) => overlaps(one, other)));
    if (reached.length === found.length) return reached;
    found = reached;
    touched = [span, ...reached];
  }
}

const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
