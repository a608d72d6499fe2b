import type { Option } from './option.ts';

/** Letters as a person means them: without case, accents, Arabic vowel signs or the several forms of one letter. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f\u064b-\u065f\u0670\u0640]/g, '')
    .replace(/[أإآٱ]/g, 'ا')
    .replace(/[يى]/g, 'ی')
    .replace(/ك/g, 'ک')
    .replace(/ة/g, 'ه')
    .toLocaleLowerCase('en')
    .trim();
}

/** Options that what was typed may mean: word beginnings first, then anywhere; all of them when nothing was typed. */
export function matching(options: readonly Option[], typed: string): Option[] {
  const wanted = fold(typed);
  if (wanted === '') return [...options];
  const ranked = options
    .map((option) => ({ option, fit: rank(option, wanted) }))
    .filter(({ fit }) => fit > 0);
  return ranked.sort((a, b) => b.fit - a.fit).map(({ option }) => option);
}

function rank(option: Option, wanted: string): number {
  const label = fold(option.label);
  if (label.startsWith(wanted)) return 4;
  if (label.split(/[\s,/()-]+/).some((word) => word.startsWith(wanted))) return 3;
  if (
    fold(option.words ?? '')
      .split(/[\s,]+/)
      .some((word) => word.startsWith(wanted))
  )
    return 2;
  return label.includes(wanted) ? 1 : 0;
}
