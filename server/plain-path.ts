/**
 * A path as the pages understand it: they take `/STAFF` and `/%73taff` for `/staff`, so whatever is decided by path
 * (which lane, what may be kept) is decided by this. A path that cannot be decoded is refused before it comes here.
 */
export function plainPath(pathname: string): string {
  return decodeURIComponent(pathname).toLowerCase();
}
