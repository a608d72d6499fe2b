/** What was searched for, as a first guess of given and family name. Digits are no name. */
export function splitName(text: string): { given: string; family?: string } | undefined {
  const words = text
    .trim()
    .slice(0, 200)
    .split(/\s+/)
    .filter((word) => word !== '' && !/\p{Nd}/u.test(word));
  if (words.length === 0) return undefined;
  if (words.length === 1) return { given: words[0] ?? '' };
  return { given: words.slice(0, -1).join(' '), family: words.at(-1) ?? '' };
}
