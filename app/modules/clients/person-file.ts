import type { CalendarName } from '#platform/language/interface-languages.ts';
import { type BirthInput, parseBirth } from '#platform/language/parse-birth.ts';
import { normalisePhone } from '#platform/language/phone.ts';
import { fieldProblem } from '#platform/problem.ts';
import { type ClientIdentity, type CountableBirth, countableBirth, type KnownBirth } from './client.ts';
import { splitCategories } from './categories.ts';
import type { PersonInput, SafeContactInput } from './client.schemas.ts';
import type { ClientPhone, SafeContact } from './safe-contact.ts';

/** The plain columns that a person's own words fill. */
export function factColumns(input: PersonInput, birth: CountableBirth) {
  return {
    sex: input.sex,
    birth_year: birth.birthYear,
    birth_precision: birth.birthPrecision,
    age_band: birth.ageBand,
    minor: birth.minor,
    nationalities: input.nationalities,
    origin_country: input.originCountry ?? null,
    origin_admin1: input.originAdmin1 ?? null,
    destinations: input.destinations,
    stage: input.stage,
    purpose: input.purpose ?? null,
    categories: splitCategories(input.categories).plain,
    languages: input.languages,
    literacy: input.literacy ?? null,
    education: input.education ?? null,
    employment: input.employment ?? null,
    sector: input.sector ?? null,
    dependants: input.dependants ?? null,
    heard_via: input.heardVia ?? null,
    staff_sex_preference: input.staffSexPreference ?? null,
  };
}
export type FactColumns = ReturnType<typeof factColumns>;

/** What of the person is sealed, beside how to reach them. */
export function identityOf(
  input: PersonInput,
  birth: KnownBirth | undefined,
  safe: SafeContact,
): ClientIdentity {
  return compact({
    names: input.names.map((name) => compact({ given: name.given, family: name.family, kind: name.kind })),
    birth,
    ...safe,
    address: input.address,
    currentPlace: input.currentPlace,
    originPlace: input.originPlace,
    emergencyContact: input.emergencyContact && compact(input.emergencyContact),
    legalStatus: input.legalStatus,
    delicateCategories: nonEmpty(splitCategories(input.categories).sealed),
    gender: input.gender,
    marital: input.marital,
    disability: input.disability,
    idDocuments: input.idDocuments.length > 0 ? input.idDocuments.map(compact) : undefined,
    note: input.note,
  });
}

/** @throws `not-a-phone` at the phone that cannot be a number @param country where a number without prefix belongs */
export function safeContactOf(input: SafeContactInput, country: string | undefined): SafeContact {
  const phones = input.phones.map((phone, index): ClientPhone => {
    const read = normalisePhone(phone.number, country);
    if (!read) throw fieldProblem(`phones.${index}.number`, 'not-a-phone', { example: '+49 151 000 0000' });
    return compact({ ...phone, number: read.typed, digits: read.digits });
  });
  return compact({
    phones,
    messageApp: input.messageApp && compact(input.messageApp),
    email: input.email,
    contactWarning: input.contactWarning,
  });
}

/** Undefined when nothing was said. @throws the problem of the date at `birth` */
export function birthOf(input: BirthInput | undefined, today: string): KnownBirth | undefined {
  if (
    !input ||
    [input.text, input.year, input.month, input.day, input.age].every((part) => part === undefined)
  )
    return undefined;
  const parsed = parseBirth(input, today);
  if (parsed.ok) return parsed.birth;
  throw fieldProblem('birth', parsed.problem.code, { example: examples[input.calendar] });
}

/** A day in each calendar, for the sentence that says how to write one. */
const examples: Record<CalendarName, string> = {
  gregory: '12 5 1994',
  persian: '22 2 1373',
  'islamic-umalqura': '1 12 1414',
  'islamic-civil': '1 12 1414',
  ethiopic: '4 9 1986',
};

/** The whole of what was said of a person, ready to be stored. */
export function describePerson(input: PersonInput, safe: SafeContact, today: string) {
  const birth = birthOf(input.birth, today);
  const countable = countableBirth(birth, today, input.ageBand ?? 'unknown');
  return { facts: factColumns(input, countable), identity: identityOf(input, birth, safe) };
}

function compact<Value extends object>(value: Value): Value {
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as Value;
}

const nonEmpty = <Item>(items: Item[]): Item[] | undefined => (items.length > 0 ? items : undefined);
