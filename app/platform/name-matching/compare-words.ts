import { alignWords, likelihood } from './align-words.ts';
import { arabicSpellingWeights } from './arabic-spelling-weights.ts';
import { arabicWeights } from './arabic-weights.ts';
import { cyrillicWeights } from './cyrillic-weights.ts';
import { indicWeights } from './indic-weights.ts';
import { knownVariant } from './known-names.ts';
import { latinWeights } from './latin-weights.ts';
import { type EncodedWord, type LetterTable, letterTable } from './letter-table.ts';
import type { PreparedWord } from './prepare-word.ts';

const tables = {
  arabic: letterTable(arabicWeights),
  arabicSpelling: letterTable(arabicSpellingWeights),
  cyrillic: letterTable(cyrillicWeights),
  indic: letterTable(indicWeights),
  latin: letterTable(latinWeights),
};
type TableName = keyof typeof tables;

/** Different spellings never reach 1, which is kept for equal words. */
const highest = 0.99;
const articleLeftOut = 0.97;
const knownApart = 0.08;

function left(word: PreparedWord, name: TableName, text: string): EncodedWord {
  return (word.encoded[`${name}<`] ??= tables[name].encodeLeft(text));
}

function right(word: PreparedWord, name: TableName, text: string): EncodedWord {
  return (word.encoded[`${name}>`] ??= tables[name].encodeRight(text));
}

const indic = (word: PreparedWord) => word.script === 'bengali' || word.script === 'devanagari';

/** Which table compares two words, and which of them is its left side. */
function align(a: PreparedWord, b: PreparedWord, beginning: boolean): number {
  let name: TableName = 'latin';
  if (a.script === 'arabic' || b.script === 'arabic')
    name = a.script === b.script ? 'arabicSpelling' : 'arabic';
  else if (indic(a) || indic(b)) name = 'indic';
  else if ((a.script === 'cyrillic') !== (b.script === 'cyrillic')) name = 'cyrillic';
  const table: LetterTable = tables[name];
  let swap = false;
  if (name === 'arabic') swap = a.script === 'arabic';
  else if (name === 'cyrillic') swap = a.script === 'cyrillic';
  else if (name === 'indic') swap = indic(a) && (!indic(b) || (!beginning && a.text > b.text));
  else swap = !beginning && a.text > b.text;
  const [x, y] = swap ? [b, a] : [a, b];
  const ex = left(x, name, name === 'arabicSpelling' ? x.own : x.latin);
  const ey = right(y, name, name === 'latin' ? y.latin : y.own);
  if (ex.length <= 2 || ey.length <= 2) return 0;
  return likelihood(
    table.factors,
    alignWords(table, ex, ey, beginning ? (swap ? 'right' : 'left') : undefined),
  );
}

/**
 * How likely two words are the same name, 0 to 1; 1 only for equal words. With `beginning` the first may be the
 * beginning of the second. Symmetric otherwise.
 */
export function compareWords(a: PreparedWord, b: PreparedWord, beginning = false): number {
  if (a.text === b.text) return 1;
  let best = Math.min(highest, align(a, b, beginning));
  if (a.breathed && b.script !== 'latin' && b.script !== 'cyrillic')
    best = Math.max(best, align(a.breathed, b, beginning));
  if (b.breathed && a.script !== 'latin' && a.script !== 'cyrillic')
    best = Math.max(best, align(a, b.breathed, beginning));
  best = Math.min(highest, best);
  if (a.known.length > 0 && b.known.length > 0) {
    const known = knownVariant(a.known, b.known);
    // Hasan and Husain, Rahim and Rahman look alike and are not one name: both are known, as different names.
    best = known > 0 ? Math.max(best, known) : Math.min(best, knownApart);
  }
  if (a.compound && b.compound?.kind === a.compound.kind) {
    best = Math.max(best, Math.min(highest, compareWords(a.compound.rest, b.compound.rest)));
  }
  // Where one has the article and the other not, or both have it, the words below it are compared too.
  if (a.bare && b.bare) best = Math.max(best, Math.min(highest, compareWords(a.bare, b.bare, beginning)));
  else if (a.bare) best = Math.max(best, articleLeftOut * compareWords(a.bare, b, beginning));
  else if (b.bare) best = Math.max(best, articleLeftOut * compareWords(a, b.bare, beginning));
  return best;
}
