import { matchNames } from '#platform/name-matching/match-names.ts';

interface Name {
  given?: string | undefined;
  family?: string | undefined;
}

/** From here on two family names are taken for the same, spelled in whichever script. */
const same = 0.85;

/** The last word of a colleague's name; a single word is no family name. */
export function familyNameOf(displayName: string): string | undefined {
  const words = displayName.trim().split(/\s+/);
  return words.length > 1 ? words.at(-1) : undefined;
}

/** Is one of the person's family names like the reader's? */
export function isSameFamily(reader: string | undefined, names: readonly Name[]): boolean {
  if (reader === undefined) return false;
  return names.some((name) => {
    const family = name.family ?? '';
    return family !== '' && matchNames(reader, family).score >= same;
  });
}
