/**
 * What a route says of itself to the document: which half it belongs to, and whether its pages run script.
 * A child overrides what its parents say. Link between the halves with plain `<a>`.
 */
export interface PageHandle {
  half?: 'staff' | 'public';
  scripts?: boolean;
  /**
   * The query parameters that a public page reads; a `*` at the end stands for any ending. All others are dropped
   * before the page runs, because each address that is kept takes room.
   */
  parameters?: readonly string[];
  /** False for a public page that is made anew for each reader (a form with a code in it): it is never kept. */
  shared?: boolean;
}

export interface DocumentKind {
  half: 'staff' | 'public';
  scripts: boolean;
}

/** The document's kind from its matched routes, outermost first. Where no route says anything, the path does. */
export function documentKind(handles: readonly unknown[], pathname: string): DocumentKind {
  const said: PageHandle = Object.assign({}, ...handles.filter((handle) => typeof handle === 'object'));
  const half = said.half ?? (/^\/(staff|setup)(\/|$)/.test(pathname) ? 'staff' : 'public');
  return { half, scripts: said.scripts ?? half === 'staff' };
}
