import { directionOf } from '#platform/language/interface-languages.ts';

/** Parts of one line as the reader's language separates them; empty parts are left out. */
export function joinWords(
  language: string,
  parts: readonly (string | number | null | undefined | false)[],
): string {
  return parts
    .filter((part) => part !== null && part !== undefined && part !== false && part !== '')
    .join(directionOf(language) === 'rtl' ? '، ' : ', ');
}
