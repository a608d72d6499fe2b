import { posix } from 'node:path';

/** The file in which a copy keeps a page: `/en/guides/x` → `en/guides/x.html`. */
export function staticFile(path: string): string {
  const [language = '', ...rest] = path.slice(1).split('/');
  if (rest.length === 0) return `${language}/index.html`;
  if (/\.[a-z0-9]{2,4}$/.test(path)) return path.slice(1).replace(/\/leaflet\.pdf$/, '.pdf');
  // What plays it looks at the content, whatever kind of sound it is.
  if (path.endsWith('/audio')) return `${path.slice(1)}.mp3`;
  return `${path.slice(1)}.html`;
}

/** From one file of the copy to another, as a link that also works from a stick. */
export const relativeLink = (from: string, to: string): string => posix.relative(posix.dirname(from), to);
