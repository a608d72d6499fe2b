export interface SentenceRow {
  of_version: number;
  status: 'draft' | 'checked';
}

/** How far to trust the translation of a fact: none there, older than the fact, read by one person, or by two. */
export function sentenceState(
  text: SentenceRow | undefined,
  factVersion: number,
): 'none' | 'behind' | 'draft' | 'checked' {
  if (!text) return 'none';
  return text.of_version < factVersion ? 'behind' : text.status;
}
