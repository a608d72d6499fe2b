import { dictionary } from '@zxcvbn-ts/language-common';

/** About fifty thousand passwords that were found most often wherever passwords were stolen. */
const common: ReadonlySet<string> = new Set(
  [dictionary['passwords-common']].flat().map((password) => password.toLowerCase()),
);
/** Longer entries of the list are found whole; pieces of a passphrase are looked for up to this length. */
const longestPiece = 40;

/** Signs that people type for letters. */
const signs: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '8': 'b',
  '@': 'a',
  $: 's',
  '!': 'i',
};

/**
 * Words that anybody who knows of a house would try first, whichever centre it is (ASVS 5.0 V6.1.2). The names of the
 * centre, of the person and of their address stand beside them: see `refuseOwnWords`.
 */
export const houseWords: readonly string[] = [
  'serai',
  'caravanserai',
  'migrant',
  'migration',
  'resource',
  'centre',
  'center',
  'mrc',
  'office',
  'helpdesk',
  'hotline',
  'network',
  'coordinator',
  'counsellor',
  'counselor',
  'caseworker',
  'receptionist',
  'operator',
  'trainer',
  'outreach',
  'officer',
  'volunteer',
  'finance',
  'administrator',
  'admin',
  'passphrase',
  'password',
  'welcome',
];

/** Among the passwords that are tried first, or made of no more than two of them. Digits and signs at the ends add nothing. */
export function isCommonPassphrase(passphrase: string): boolean {
  const whole = passphrase.normalize('NFKC').toLowerCase();
  return (
    common.has(whole) || forms(whole).some((form) => common.has(form) || isMadeOf(form, common, new Set()))
  );
}

/**
 * Made of the house's own words: of such words alone, or of one beside one common password.
 * @param words names and addresses as they were written; each counts whole and by its parts
 */
export function isOwnWords(passphrase: string, words: readonly string[]): boolean {
  const own = new Set([...houseWords, ...words].flatMap(partsOf));
  return forms(passphrase.normalize('NFKC').toLowerCase()).some(
    (form) => isMadeOf(form, own, common) || isChainOf(form, own),
  );
}

function partsOf(word: string): string[] {
  const plain = word.normalize('NFKC').toLowerCase();
  return [lettersOf(plain), ...plain.split(/[^\p{L}\p{M}\p{N}]+/u)].filter((part) => part.length >= 3);
}

const lettersOf = (text: string): string => text.replace(/[^\p{L}\p{M}\p{N}]+/gu, '');

/** As it is, with digits at the ends taken off, and with signs read as the letters they stand for; each also with repeats said once. */
function forms(whole: string): string[] {
  const bare = whole.replace(/^[^\p{L}]+|[^\p{L}\p{M}]+$/gu, '');
  const read = [...bare].map((sign) => signs[sign] ?? sign).join('');
  const readWhole = [...whole].map((sign) => signs[sign] ?? sign).join('');
  const all = [whole, bare, read, readWhole].map(lettersOf).filter((form) => form !== '');
  return [...new Set([...all, ...all.map(saidOnce)])];
}

function saidOnce(text: string): string {
  const again = `${text}${text}`.indexOf(text, 1);
  return again < text.length && text.length % again === 0 ? text.slice(0, again) : text;
}

/** Is it one piece of `wanted`, or two of which one at least is? A second piece of two letters may be any. */
function isMadeOf(text: string, wanted: ReadonlySet<string>, beside: ReadonlySet<string>): boolean {
  if (wanted.has(text)) return true;
  const mayStandBeside = (piece: string) => piece.length <= 2 || wanted.has(piece) || beside.has(piece);
  for (let at = 1; at < text.length; at += 1) {
    const first = text.slice(0, at);
    const second = text.slice(at);
    if (Math.max(first.length, second.length) > longestPiece) continue;
    if (wanted.has(first) && mayStandBeside(second)) return true;
    if (wanted.has(second) && mayStandBeside(first)) return true;
  }
  return false;
}

/** Any number of pieces of `wanted`, one after the other. */
function isChainOf(text: string, wanted: ReadonlySet<string>): boolean {
  const reached = new Set([0]);
  for (const from of reached) {
    for (let to = from + 1; to <= Math.min(text.length, from + longestPiece); to += 1)
      if (wanted.has(text.slice(from, to))) reached.add(to);
  }
  return reached.has(text.length);
}
