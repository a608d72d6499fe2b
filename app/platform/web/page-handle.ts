/**
 * What a route says of itself to the document: which half it belongs to, and whether its pages run script.
 * A child overrides what its parents say. Link between the halves with plain `<a>`.
 */
export interface PageHandle {
  half?: 'staff' | 'public';
  scripts?: boolean;
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
