import { type SeededRandom, seededRandom } from '#app/demo/seeded-random.ts';
import type { IndexedPerson } from '#platform/name-matching/people-index.ts';
import { bulkName, spell } from './bulk-names.ts';
import { dirtyCopy } from './duplicate-register-mistakes.ts';
import { isoDate, madeId, madePhone, type TruePerson } from './true-person.ts';

export interface MadeRegister {
  people: IndexedPerson[];
  /** `id|id` of files that are one person, smaller id first. */
  pairs: Set<string>;
}

const districts: Record<string, readonly string[]> = {
  PK: ['Punjab', 'Sindh', 'Balochistan', 'Khyber'],
  AF: ['Kabul', 'Herat', 'Balkh', 'Nangarhar'],
  BD: ['Sylhet', 'Dhaka', 'Khulna'],
  TJ: ['Khatlon', 'Sughd'],
};

export const pairKey = (a: string, b: string): string => (a < b ? `${a}|${b}` : `${b}|${a}`);

/**
 * A register with a share of second files of the same people, written by other clerks: other scripts and spellings,
 * slips of the finger, names turned round or left out, years off by one or two, phones in other shapes, new or missing.
 * And people who look alike and are not: brothers and sisters with one phone, twins, namesakes of another age. It knows
 * nothing of how files are compared.
 */
export function madeRegister(seed: string, size: number, share: number, scope: string): MadeRegister {
  const random = seededRandom(`duplicates/${seed}`);
  const copies = Math.round(size * share);
  const truths = madeTruths(random, size - copies);
  const people: IndexedPerson[] = truths.map((truth) => firstFile(random, truth, scope));
  const pairs = new Set<string>();
  const files = new Map<number, string[]>(people.map(({ id }, at) => [at, [id]]));
  for (let i = 0; i < copies; i++) {
    const at = random.int(0, truths.length - 1);
    const known = files.get(at) as string[];
    // A third file of one person happens, more do not.
    if (known.length > 2) {
      i--;
      continue;
    }
    const copy = dirtyCopy(random, truths[at] as TruePerson, scope);
    for (const id of known) pairs.add(pairKey(id, copy.id));
    known.push(copy.id);
    people.push(copy);
  }
  return { people, pairs };
}

function madeTruths(random: SeededRandom, count: number): TruePerson[] {
  const truths: TruePerson[] = [];
  while (truths.length < count) {
    const truth = madeTruth(random);
    truths.push(truth);
    if (random.chance(0.08)) truths.push(...relatives(random, truth));
    if (random.chance(0.05)) truths.push(namesake(random, truth));
  }
  return truths.slice(0, count);
}

function madeTruth(random: SeededRandom): TruePerson {
  const sex = random.chance(0.45) ? 'female' : 'male';
  const { given, family } = bulkName(random, sex);
  const origin = random.pick(Object.keys(districts));
  return {
    name: { given: random.chance(0.35) ? [given, bulkName(random, sex).given] : [given], family },
    sex,
    birth: { year: 1955 + random.int(0, 52), month: random.int(1, 12), day: random.int(1, 28) },
    origin,
    district: random.pick(districts[origin] ?? ['']),
    phone: random.chance(0.85) ? madePhone(random) : undefined,
  };
}

/** Of one family and one house: the phone is shared, the place too; now and then a twin. */
function relatives(random: SeededRandom, truth: TruePerson): TruePerson[] {
  return Array.from({ length: random.int(1, 2) }, () => {
    const sex = random.chance(0.5) ? 'female' : 'male';
    const given = bulkName(random, sex).given;
    const twin = random.chance(0.1);
    return {
      ...truth,
      sex,
      name: { given: [given], family: truth.name.family },
      birth: twin
        ? truth.birth
        : {
            year: truth.birth.year + random.int(-9, 9),
            month: random.int(1, 12),
            day: random.int(1, 28),
          },
    } satisfies TruePerson;
  });
}

/** The same name, another person of another age, sometimes from the same place. */
function namesake(random: SeededRandom, truth: TruePerson): TruePerson {
  const apart = random.int(4, 25) * (random.chance(0.5) ? 1 : -1);
  const origin = random.chance(0.6) ? truth.origin : random.pick(Object.keys(districts));
  return {
    ...truth,
    birth: { year: truth.birth.year + apart, month: random.int(1, 12), day: random.int(1, 28) },
    origin,
    district: random.pick(districts[origin] ?? ['']),
    phone: madePhone(random),
  };
}

/** As the first clerk wrote it: mostly right, in Latin letters or in the person's own. */
function firstFile(random: SeededRandom, truth: TruePerson, scope: string): IndexedPerson {
  const parts = [...truth.name.given, truth.name.family];
  const native = parts.map((part) => part.native).join(' ');
  const latin = parts.map((part) => spell(random, part)).join(' ');
  const names = random.chance(0.45) ? [native] : [latin];
  if (random.chance(0.3)) names.push(names[0] === native ? latin : native);
  const { year, month, day } = truth.birth;
  return {
    id: madeId(random),
    scope,
    names,
    sex: truth.sex,
    birthYear: year,
    ...(random.chance(0.55) && { birthDate: isoDate(year, month, day) }),
    phones: truth.phone ? [`0${truth.phone}`] : [],
    references: [],
    origin: truth.origin,
    district: truth.district,
  };
}
