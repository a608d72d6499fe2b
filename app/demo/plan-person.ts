import type { z } from 'zod';
import type { registerClientInput } from '#modules/clients/operations/register-client.server.ts';
import { mayBeChild } from '#platform/language/birth.ts';
import { type BirthInput, parseBirth } from '#platform/language/parse-birth.ts';
import { type ComposedName, composeName, writeName } from './compose-name.ts';
import { planConsent } from './plan-consent.ts';
import { type SeededRandom, seededRandom } from './seeded-random.ts';
import { type Tradition, type TraditionName, traditionShares, traditions } from './traditions.ts';

export type RegisterInput = z.input<typeof registerClientInput>;

/** Who somebody is in the demo, before a file says so. */
export interface InventedPerson {
  tradition: TraditionName;
  name: ComposedName;
  sex: 'female' | 'male';
  birthYear: number;
  stage: string;
  destination: string;
  province: string;
  languages: readonly string[];
  phone: string | undefined;
}

export interface PersonOptions {
  seed: string;
  /** ISO day of registration. */
  day: string;
  /** Somebody of the same household who was registered just before. */
  relative?: InventedPerson;
  /** The same human being, registered a second time by somebody who did not look. */
  again?: InventedPerson;
}

export function inventPerson(index: number, { seed, day, relative, again }: PersonOptions): InventedPerson {
  const random = seededRandom(`${seed}/person/${index}`);
  if (again)
    return {
      ...again,
      birthYear: again.birthYear + random.pick([0, 0, -1, 1]),
      phone: random.chance(0.55) ? again.phone : phoneOf(index),
    };
  const tradition = relative?.tradition ?? random.weighted(traditionShares);
  const its: Tradition = traditions[tradition];
  const year = Number(day.slice(0, 4));
  const child = relative !== undefined && random.chance(0.45);
  const sex =
    relative && !child
      ? relative.sex === 'male'
        ? 'female'
        : 'male'
      : random.chance(tradition === 'pakistani' ? 0.36 : 0.46)
        ? 'female'
        : 'male';
  const age = child ? random.int(3, 16) : Math.round(19 + 46 * random.next() ** 1.7);
  return {
    tradition,
    name: composeName(
      random,
      its.names,
      sex,
      relative && (child || !its.names.femaleFamily) ? relative.name.family : undefined,
    ),
    sex,
    birthYear: year - age,
    stage: relative?.stage ?? random.weighted(its.stages),
    destination: relative?.destination ?? random.weighted(its.destinations),
    province: relative?.province ?? random.pick(its.provinces),
    languages: relative?.languages ?? random.pick(its.languages),
    phone: relative ? relative.phone : random.chance(0.9) ? phoneOf(index) : undefined,
  };
}

/** Mobile code 399 belongs to no network, so a number that somebody dials by mistake rings nowhere. */
const phoneOf = (index: number): string => `0399 ${String(index + 1000).padStart(7, '0')}`;

/** What the colleague at the desk types for this person. */
export function registrationOf(
  index: number,
  person: InventedPerson,
  { seed, day, relative, again }: PersonOptions,
): RegisterInput {
  const random = seededRandom(`${seed}/registration/${index}`);
  const its: Tradition = traditions[person.tradition];
  const age = Number(day.slice(0, 4)) - person.birthYear;
  const birth = birthOf(random, person.birthYear, age, its.calendar);
  const read = parseBirth(birth, day);
  const minor = read.ok && mayBeChild(read.birth, day);
  return {
    names: writeName(random, person.name, again ? 1 - its.ownScript : its.ownScript),
    sex: person.sex,
    birth,
    nationalities: [random.chance(0.97) ? its.country : 'stateless'],
    originCountry: its.country,
    originAdmin1: person.province,
    destinations: person.destination === its.country || random.chance(0.12) ? [] : [person.destination],
    stage: person.stage as RegisterInput['stage'],
    languages: [...person.languages],
    purpose: purposeOf(random, person) as RegisterInput['purpose'],
    heardVia: random.weighted({
      friend_family: 40,
      former_client: 14,
      walk_by: 10,
      community_leader: 9,
      facebook: 8,
      radio: 6,
      poster_leaflet: 5,
      embassy_consulate: 3,
      whatsapp: 5,
    }),
    ...(random.chance(0.7) &&
      !minor && {
        education: random.weighted({
          none: 12,
          primary: 22,
          lower_secondary: 20,
          upper_secondary: 22,
          vocational: 9,
          bachelor: 11,
          master_plus: 2,
          religious_school: 2,
        }),
      }),
    ...(random.chance(0.6) && {
      literacy: random.weighted({ reads_easily: 60, reads_with_help: 24, cannot_read: 16 }),
    }),
    ...(random.chance(0.65) &&
      !minor && {
        employment: random.weighted({
          unemployed_seeking: 36,
          employed_informal: 26,
          self_employed: 12,
          employed_formal: 9,
          unpaid_family_worker: 8,
          not_seeking: 9,
        }),
      }),
    ...(random.chance(0.4) &&
      !minor && {
        sector: random.weighted({
          construction: 26,
          agriculture_forestry_fishing: 14,
          transport_storage: 13,
          trade_repair: 12,
          garment_textile: 10,
          domestic_work: 10,
          accommodation_food: 9,
          security_cleaning_support: 6,
        }),
      }),
    ...(random.chance(0.5) && !minor && { dependants: random.int(0, 7) }),
    ...(random.chance(0.1) && {
      staffSexPreference: person.sex === 'female' ? ('female' as const) : ('no_preference' as const),
    }),
    ...(random.chance(0.5) && { currentPlace: `${random.pick(quarters)}, Mehrdara` }),
    ...(random.chance(0.22) && {
      address: `House ${random.int(1, 240)}, Street ${random.int(1, 19)}, ${random.pick(quarters)}, Mehrdara`,
    }),
    ...(relative && {
      note: `Same household as file before this one. ${random.pick(['Came together.', 'Prefers to be advised together.', 'Lives with them.'])}`,
    }),
    phones: phonesOf(random, person, relative !== undefined),
    ...(random.chance(0.12) &&
      !minor && { email: { address: `person${index}@post.example`, safe: random.chance(0.8) } }),
    ...(random.chance(0.05) && { contactWarning: random.pick(warnings) }),
    consent: planConsent(random, { explainedIn: its.explainedIn, minor, day }),
    assignToMe: random.chance(0.55),
    registerAnyway: true,
  };
}

const quarters = [
  'Almond Quarter',
  'Old Bazaar',
  'Canal Side',
  'Potters Lane',
  'Upper Terraces',
  'Mill Gate',
  'Railway Colony',
  'Pine Hill',
];
const warnings = [
  'Ask for the teacher first; the family does not know about the plan to leave.',
  'Never mention the centre to whoever else answers.',
  'Only when the person has sent a message first.',
];

function birthOf(
  random: SeededRandom,
  year: number,
  age: number,
  calendar: Tradition['calendar'],
): BirthInput {
  const kind = random.weighted({ date: 42, year: 34, age: 24 });
  if (kind === 'age') return { calendar, age };
  const month = random.int(1, 12);
  const date = { month, day: random.int(1, 28) };
  const shown = calendar === 'persian' ? year - 621 : year;
  return { calendar, year: shown, ...(kind === 'date' && date) };
}

function purposeOf(random: SeededRandom, { stage, tradition }: InventedPerson): string {
  if (stage === 'returned') return random.weighted({ return: 6, work: 4 });
  if (tradition === 'pakistani')
    return random.weighted({ work: 76, study: 9, family: 8, training: 4, visit: 3 });
  return random.weighted({ protection: tradition === 'bengali' ? 1 : 5, work: 4, family: 3, study: 1 });
}

/** Whose phone it is decides what may be said on it; hours are those that people named. */
function phonesOf(random: SeededRandom, person: InventedPerson, shared: boolean) {
  if (!person.phone) return [];
  const owner = shared ? 'shared' : random.weighted({ own: 72, shared: 14, family: 11, employer: 3 });
  const safeToCall = owner !== 'employer' && random.chance(0.86);
  const own = {
    number: person.phone,
    owner,
    safeToCall,
    safeToMessage: owner === 'own' && random.chance(0.7),
    ...(safeToCall &&
      random.chance(0.3) &&
      random.pick([
        { safeFrom: '09:00', safeTo: '13:00' },
        { safeFrom: '16:00', safeTo: '20:00' },
        { safeFrom: '10:00', safeTo: '16:00' },
      ])),
    ...(owner !== 'own' &&
      random.chance(0.4) && {
        safeWords: random.pick([
          'Say it is about the sewing course.',
          'Say you are calling from the library.',
          'Ask whether the parcel has come.',
        ]),
      }),
  };
  // The second number is from the range that the British regulator keeps free for films.
  const abroad = {
    number: `+44 7700 900${random.int(100, 999)}`,
    owner: 'family' as const,
    safeToCall: false,
    safeToMessage: false,
    note: 'Brother abroad.',
  };
  return random.chance(0.05) ? [own, abroad] : [own];
}
