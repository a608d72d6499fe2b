import type { SeededRandom } from '#app/demo/seeded-random.ts';
import type { NamePart } from '#app/demo/names/name-list.ts';
import type { IndexedPerson } from '#platform/name-matching/people-index.ts';
import { bulkName, spell } from './bulk-names.ts';
import { isoDate, madeId, madePhone, type TruePerson } from './true-person.ts';

const easternDigits = '۰۱۲۳۴۵۶۷۸۹';

/** A second file of the same person by a clerk in a hurry: each field may be wrong, written otherwise or left out. */
export function dirtyCopy(random: SeededRandom, truth: TruePerson, scope: string): IndexedPerson {
  const birth = hurriedBirth(random, truth.birth);
  return {
    id: madeId(random),
    scope,
    names: [hurriedName(random, truth)],
    ...(random.chance(0.97) && { sex: truth.sex }),
    ...birth,
    phones: hurriedPhones(random, truth.phone),
    references: [],
    ...(random.chance(0.95) && { origin: truth.origin }),
    ...(random.chance(0.8) && { district: truth.district }),
  };
}

function hurriedName(random: SeededRandom, truth: TruePerson): string {
  const native = random.chance(0.45);
  const write = (part: NamePart) => (native ? part.native : spell(random, part));
  let words = [...truth.name.given, truth.name.family].map(write);
  const slip = random.next();
  if (slip < 0.3) {
    const at = random.int(0, words.length - 1);
    words[at] = mistyped(random, words[at] as string);
  }
  // The second given name or the family name is left out; a family that nobody asked for is added; the order is turned.
  if (words.length > 2 && random.chance(0.25)) words.splice(random.int(1, words.length - 1), 1);
  else if (words.length === 2) {
    const other = random.next();
    if (other < 0.05) words = [words[0] as string];
    else if (other < 0.1) words.push(write(bulkName(random, truth.sex).family));
  }
  if (random.chance(0.15)) words.reverse();
  const text = words.join(' ');
  return !native && random.chance(0.1) ? text.toUpperCase() : text;
}

/** One letter too few, doubled, changed with its neighbour, or another. */
function mistyped(random: SeededRandom, word: string): string {
  const letters = [...word];
  if (letters.length < 4) return word;
  const at = random.int(1, letters.length - 2);
  const here = letters[at] as string;
  switch (random.int(0, 3)) {
    case 0:
      letters.splice(at, 1);
      break;
    case 1:
      letters.splice(at, 0, here);
      break;
    case 2:
      letters.splice(at, 2, letters[at + 1] as string, here);
      break;
    default:
      letters[at] = random.pick(letters);
  }
  return letters.join('');
}

function hurriedBirth(
  random: SeededRandom,
  { year, month, day }: TruePerson['birth'],
): Pick<IndexedPerson, 'birthYear' | 'birthYearPrecise' | 'birthDate'> {
  const kind = random.next();
  if (kind < 0.03) return {};
  // An age that somebody said, off by a year or two.
  if (kind < 0.18) return { birthYear: year + random.int(-2, 2), birthYearPrecise: false };
  // A wrong year in the papers.
  const written = kind < 0.28 ? year + random.pick([-1, 1]) : year;
  if (random.chance(0.45)) return { birthYear: written };
  const turned = random.chance(0.06) && day <= 12;
  return {
    birthYear: written,
    birthDate: turned ? isoDate(written, day, month) : isoDate(written, month, day),
  };
}

function hurriedPhones(random: SeededRandom, phone: string | undefined): string[] {
  if (!phone) return random.chance(0.3) ? [`0${madePhone(random)}`] : [];
  if (random.chance(0.2)) return [];
  if (random.chance(0.1)) return [`0${madePhone(random)}`];
  const forms = [
    `0${phone}`,
    `+92 ${phone.slice(0, 3)} ${phone.slice(3)}`,
    `0092${phone}`,
    `0${phone.slice(0, 3)}-${phone.slice(3)}`,
    `۰${[...phone].map((digit) => easternDigits[Number(digit)]).join('')}`,
  ];
  const written = [random.pick(forms)];
  if (random.chance(0.1)) written.push(`0${madePhone(random)}`);
  return written;
}
