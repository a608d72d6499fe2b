/**
 * A path on this site that a request asked to be sent on to, or the fallback.
 * Anything that a browser could read as another host is refused.
 */
export function localPath(asked: unknown, fallback: string): string {
  if (typeof asked !== 'string' || asked.length > 2000) return fallback;
  // Control characters are cut by browsers: "/\t/host" becomes "//host"
  if (!asked.startsWith('/') || /^\/[/\\]|[\u0000-\u001f\\]/.test(asked)) return fallback;
  return asked;
}
