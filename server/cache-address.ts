import { publicLanguages } from '#platform/language/interface-languages.ts';

/** One address of a page that is the same for everybody who asks for it. */
export interface SharedAddress {
  /** The address with nothing in it that the page does not read; with its language where it does not say one itself. */
  key: string;
  /** Path and query as the page is asked for. */
  target: string;
  language: string;
  /** The address itself says the language: what the browser prefers changes nothing. */
  saysLanguage: boolean;
  /** Of searches and of foreign host names there is no end: they are kept apart from the pages, in a smaller place. */
  isOneOfMany: boolean;
}

/** Of a route: may one rendering serve everybody, and which parameters does it read. */
export interface RouteManner {
  shared: boolean;
  parameters: readonly string[];
}

const longestValue = 200;
const mostPairs = 40;
const longestPath = 300;
/** Parts of the house that are no pages for everybody, or answer for themselves. */
const otherDoors = /^\/(?:staff|setup|api|assets|texts|leave|healthz|readyz|language)(?:[/.]|$)/;
const plainSegments = /^(?:\/[a-z0-9._~-]+)+$/;

/** Sheets and sound take as much room as twenty pages each, and are asked for seldom. */
export const isLarge = (path: string): boolean => /\.(?:pdf|mp3|m4a|ogg|png)$/.test(path);

/** Whether a path is written in the one way that is kept: any other spelling is answered, but not remembered. */
export function isSharedPath(path: string): boolean {
  if (path === '/') return true;
  if (path.length > longestPath || otherDoors.test(path) || path.endsWith('.data')) return false;
  const first = languageIn(path);
  const rest = first === undefined ? path : path.slice(first.length + 1);
  return rest === '' || plainSegments.test(rest);
}

/** The language that the address says, as the pages read it. */
export function languageIn(path: string): string | undefined {
  const end = path.indexOf('/', 1);
  const first = path.slice(1, end === -1 ? undefined : end);
  return publicLanguages.includes(first) ? first : undefined;
}

/**
 * The query as far as the page reads it, in one order, each value tidied: `utm_source`, a made-up number and empty
 * fields of a form lead to the same page. A name that ends in `*` stands for all that begin so.
 * @returns with its `?`, or nothing
 */
export function keptQuery(search: string, parameters: readonly string[]): string {
  if (search === '' || parameters.length === 0) return '';
  const isRead = (name: string) =>
    parameters.some((each) => (each.endsWith('*') ? name.startsWith(each.slice(0, -1)) : name === each));
  const pairs = [...new URLSearchParams(search)]
    .map(([name, value]) => [name, tidy(value)] as [string, string])
    .filter(([name, value]) => value !== '' && isRead(name))
    .slice(0, mostPairs)
    .toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  const query = new URLSearchParams(pairs).toString();
  return query === '' ? '' : `?${query}`;
}

function tidy(value: string): string {
  return value.toWellFormed().normalize('NFC').replace(/\s+/g, ' ').trim().slice(0, longestValue);
}
