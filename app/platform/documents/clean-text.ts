/**
 * Makes any string safe and tidy to print on one line of a document: no control characters,
 * no lone surrogates, no bidi embedding or override (the template isolates each value itself),
 * no towers of combining marks, and at most `limit` characters, the last of them "…" where
 * something was cut.
 */
export function cleanText(value: string, limit = 400): string {
  // Cut coarsely first, so that the expressions below never see a megabyte.
  const tidy = value
    .slice(0, limit * 4)
    .toWellFormed()
    .replace(/\s+/gu, ' ')
    .replace(/[\p{Cc}\p{Cs}\p{Co}\p{Noncharacter_Code_Point}\uFFFD\uFEFF]/gu, '')
    // Zero-width joiner and non-joiner stay: Persian and Bengali spelling needs them.
    .replace(/[\u202A-\u202E\u2066-\u2069\u206A-\u206F\u200B\u200E\u200F\u061C\u{E0000}-\u{E007F}]/gu, '')
    .replace(/(\p{M}{4})\p{M}+/gu, '$1')
    .trim();
  const characters = Array.from(tidy);
  const cut = characters.length > limit || value.length > limit * 4;
  return cut
    ? `${characters
        .slice(0, limit - 1)
        .join('')
        .trimEnd()}…`
    : tidy;
}

/** Lets words of 32 characters and more be broken, so that they stay on the paper: a zero-width space prints as nothing. */
export function breakLongWords(text: string): string {
  return text.replace(/\S{32,}/gu, (word) => {
    const characters = Array.from(word);
    const pieces: string[] = [];
    for (let at = 0; at < characters.length; at += 16) pieces.push(characters.slice(at, at + 16).join(''));
    return pieces.join('\u200B');
  });
}

/**
 * Changes every string in a tree of plain data; `key` is its name, or its place in a list.
 * Goes by way of JSON, so what JSON cannot hold (undefined, NaN) is left out or null.
 */
export function mapStrings<T>(value: T, change: (text: string, key: string) => string): T {
  const changed: T = JSON.parse(JSON.stringify(value), (key, item: unknown) =>
    typeof item === 'string' ? change(item, key) : item,
  );
  return changed;
}
