import type { PreparedWord } from './prepare-word.ts';

const vowel = /[aeiouyəöüwh]/u;
const groups = ['bpfv', 'kqgcxğ', 'szjšžčçț', 'td', 'lł', 'nñ'];

function swapCost(a: string, b: string): number {
  if (a === b) return 0;
  if (vowel.test(a) && vowel.test(b)) return 0.2;
  return groups.some((group) => group.includes(a) && group.includes(b)) ? 0.35 : 1;
}

/** How likely two words are the same name, 0 to 1. With `prefix` the first may be the beginning of the second. */
export function compareWords(a: PreparedWord, b: PreparedWord, prefix = false): number {
  if (a.text === b.text) return 1;
  const x = a.latin;
  const y = b.latin;
  if (x === '' || y === '') return 0;
  let row = Array.from({ length: y.length + 1 }, () => 0);
  row[0] = 0;
  for (let j = 1; j <= y.length; j++) row[j] = (row[j - 1] ?? 0) + (vowel.test(y[j - 1] ?? '') ? 0.25 : 1);
  for (let i = 1; i <= x.length; i++) {
    const next = [(row[0] ?? 0) + (vowel.test(x[i - 1] ?? '') ? 0.25 : 1)];
    for (let j = 1; j <= y.length; j++) {
      next[j] = Math.min(
        (row[j - 1] ?? 0) + swapCost(x[i - 1] ?? '', y[j - 1] ?? ''),
        (row[j] ?? 0) + (vowel.test(x[i - 1] ?? '') ? 0.25 : 1),
        (next[j - 1] ?? 0) + (vowel.test(y[j - 1] ?? '') ? 0.25 : 1),
      );
    }
    row = next;
  }
  const cost = prefix ? Math.min(...row) : (row[y.length] ?? 0);
  return Math.max(0, 0.99 - (cost / (prefix ? x.length : Math.max(x.length, y.length))) * 1.6);
}
