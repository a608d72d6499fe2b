/**
 * Enough of a name for colleagues to know each other on a screen that visitors may see: the first word, and the first
 * letter of the last one. Letters of an Arabic abbreviation are kept from joining what follows.
 */
export function shortName(name: string): string {
  const words = name.trim().split(/\s+/);
  const first = words[0] ?? '';
  if (words.length < 2) return first;
  const letter = [...(words.at(-1) ?? '')][0] ?? '';
  return `${first} ${letter}.`;
}
