import { afghanNames } from '#app/demo/names/afghan-names.ts';
import { arabicNames } from '#app/demo/names/arabic-names.ts';
import { bengaliNames } from '#app/demo/names/bengali-names.ts';
import { centralAsianNames } from '#app/demo/names/central-asian-names.ts';
import type { NameList, NamePart } from '#app/demo/names/name-list.ts';
import { pakistaniNames } from '#app/demo/names/pakistani-names.ts';
import type { SeededRandom } from '#app/demo/seeded-random.ts';

export interface BulkName {
  given: NamePart;
  family: NamePart;
}

const lists: readonly NameList[] = [
  pakistaniNames,
  pakistaniNames,
  afghanNames,
  afghanNames,
  bengaliNames,
  arabicNames,
  centralAsianNames,
];

const onsets = [
  'b',
  'd',
  'f',
  'g',
  'h',
  'j',
  'k',
  'kh',
  'l',
  'm',
  'n',
  'q',
  'r',
  's',
  'sh',
  't',
  'w',
  'y',
  'z',
  'gh',
];
const vowels = ['a', 'a', 'a', 'e', 'i', 'o', 'u', 'aa', 'ai'];
const endings = ['', '', 'i', 'an', 'ullah', 'uddin', 'zai', 'yar', 'ov', 'a', 'pur', 'khel', 'wal'];
const letters: Record<string, string> = {
  b: 'ب',
  d: 'د',
  f: 'ف',
  g: 'گ',
  h: 'ه',
  j: 'ج',
  k: 'ک',
  kh: 'خ',
  l: 'ل',
  m: 'م',
  n: 'ن',
  q: 'ق',
  r: 'ر',
  s: 'س',
  sh: 'ش',
  t: 'ت',
  w: 'و',
  y: 'ی',
  z: 'ز',
  gh: 'غ',
  aa: 'ا',
  ai: 'ی',
  e: '',
  a: '',
  i: 'ی',
  o: 'و',
  u: 'و',
  '': '',
  an: 'ان',
  ullah: 'الله',
  uddin: 'الدین',
  zai: 'زی',
  yar: 'یار',
  ov: 'اوف',
  pur: 'پور',
  khel: 'خیل',
  wal: 'وال',
};

/**
 * A name for a big register: a few names that very many carry and a long tail of rare ones, as in every real register.
 * The rare ones are put together from syllables.
 */
export function bulkName(random: SeededRandom, sex: string): BulkName {
  const list = random.pick(lists);
  const given = random.chance(0.72)
    ? often(random, sex === 'female' ? list.female : list.male)
    : rare(random, 40_000);
  const family = random.chance(0.45) ? often(random, list.family) : rare(random, 120_000);
  return { given, family };
}

/** The first of the list are the most frequent. */
const often = (random: SeededRandom, parts: readonly NamePart[]): NamePart =>
  parts[Math.floor(parts.length * random.next() ** 1.8)] ?? rare(random, 1000);

const known = new Map<number, NamePart>();

function rare(random: SeededRandom, kinds: number): NamePart {
  const number = Math.floor(kinds * random.next() ** 2);
  const found = known.get(number);
  if (found) return found;
  let rest = (Math.imul(number + 1, 2_654_435_761) >>> 0) % 2_147_483_647;
  const take = (from: readonly string[]): string => {
    const part = from[rest % from.length] ?? '';
    rest = Math.floor(rest / from.length) + number * 7;
    return part;
  };
  const parts = [
    take(onsets),
    take(vowels),
    take(onsets),
    take(vowels),
    ...(number % 3 === 0 ? [take(onsets)] : []),
    take(endings),
  ];
  const latin = parts.join('');
  const native = parts.map((part) => letters[part] ?? '').join('');
  const name: NamePart = {
    native: native.length > 1 ? native : `${native}ا`,
    latin: [latin.charAt(0).toUpperCase() + latin.slice(1)],
  };
  known.set(number, name);
  return name;
}

/** One clerk's spelling: now and then a vowel is lost, a letter doubled, `y` for `i`. */
export function spell(random: SeededRandom, part: NamePart): string {
  const text = random.pick(part.latin);
  const at = random.int(1, Math.max(1, text.length - 2));
  if (random.chance(0.88) || text.length < 4) return text;
  const letter = text[at] ?? '';
  if (/[aeiou]/.test(letter)) return text.slice(0, at) + text.slice(at + 1);
  return random.chance(0.5) ? text.slice(0, at) + letter + text.slice(at) : text.replace('i', 'y');
}
