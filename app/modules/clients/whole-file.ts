import type { ClientIdentity } from './client.ts';
import type { ClientRow } from './client.tables.server.ts';
import { changedFields } from './filled-fields.ts';
import type { FactColumns } from './person-file.ts';

/** All that a file says of a person, by what one decides on when two files are held side by side. */
export interface WholeFile {
  facts: FactColumns;
  identity: ClientIdentity;
  assignedTo: string | null;
}

export const wholeFile = (row: ClientRow, identity: ClientIdentity): WholeFile => ({
  facts: {
    sex: row.sex,
    birth_year: row.birth_year,
    birth_precision: row.birth_precision,
    age_band: row.age_band,
    minor: row.minor,
    nationalities: row.nationalities,
    origin_country: row.origin_country,
    origin_admin1: row.origin_admin1,
    destinations: row.destinations,
    stage: row.stage,
    purpose: row.purpose,
    categories: row.categories,
    languages: row.languages,
    literacy: row.literacy,
    education: row.education,
    employment: row.employment,
    sector: row.sector,
    dependants: row.dependants,
    heard_via: row.heard_via,
    staff_sex_preference: row.staff_sex_preference,
  } as FactColumns,
  identity,
  assignedTo: row.assigned_to,
});

/** Several values that may stand beside each other. */
const listFields = [
  'names',
  'phones',
  'nationalities',
  'destinations',
  'languages',
  'categories',
  'idDocuments',
] as const;
/** Words that may be written one under the other. */
const wordFields = ['contactWarning', 'note', 'address', 'currentPlace'] as const;
export const mergeFields = [
  'names',
  'sex',
  'birth',
  'nationalities',
  'origin',
  'phones',
  'messageApp',
  'email',
  'contactWarning',
  'languages',
  'stage',
  'purpose',
  'destinations',
  'categories',
  'currentPlace',
  'address',
  'emergencyContact',
  'legalStatus',
  'idDocuments',
  'gender',
  'marital',
  'disability',
  'literacy',
  'education',
  'employment',
  'sector',
  'dependants',
  'heardVia',
  'staffSexPreference',
  'note',
  'assignedTo',
] as const;
export type MergeField = (typeof mergeFields)[number];

const factOf = {
  sex: 'sex',
  stage: 'stage',
  purpose: 'purpose',
  literacy: 'literacy',
  education: 'education',
  employment: 'employment',
  sector: 'sector',
  dependants: 'dependants',
  heardVia: 'heard_via',
  staffSexPreference: 'staff_sex_preference',
  nationalities: 'nationalities',
  destinations: 'destinations',
  languages: 'languages',
} as const satisfies Partial<Record<MergeField, keyof FactColumns>>;
type FactField = keyof typeof factOf;
const isFact = (field: MergeField): field is FactField => field in factOf;

export const isListField = (field: MergeField): boolean => (listFields as readonly string[]).includes(field);
export const isWordField = (field: MergeField): boolean => (wordFields as readonly string[]).includes(field);

/** What a file says in one field; undefined where it says nothing. Its shape is that of the field. */
export function valueOf({ facts, identity, assignedTo }: WholeFile, field: MergeField): unknown {
  if (field === 'assignedTo') return assignedTo ?? undefined;
  if (field === 'birth') {
    const stated = facts.age_band === 'unknown' ? undefined : { ageBand: facts.age_band };
    return identity.birth ? { birth: identity.birth } : stated;
  }
  if (field === 'origin') {
    const { origin_country: country, origin_admin1: admin1 } = facts;
    const place = identity.originPlace;
    return country || admin1 || place ? { country, admin1, place } : undefined;
  }
  if (field === 'categories') return filled([...facts.categories, ...(identity.delicateCategories ?? [])]);
  return filled(isFact(field) ? facts[factOf[field]] : identity[field]);
}

/** The file with that field as the other file has it. */
export function withValueOf(file: WholeFile, from: WholeFile, field: MergeField): WholeFile {
  if (field === 'assignedTo') return { ...file, assignedTo: from.assignedTo };
  if (field === 'birth') {
    const { birth_year, birth_precision, age_band, minor } = from.facts;
    return withParts(file, { birth_year, birth_precision, age_band, minor }, { birth: from.identity.birth });
  }
  if (field === 'origin') {
    const { origin_country, origin_admin1 } = from.facts;
    return withParts(file, { origin_country, origin_admin1 }, { originPlace: from.identity.originPlace });
  }
  if (field === 'categories')
    return withParts(
      file,
      { categories: from.facts.categories },
      { delicateCategories: from.identity.delicateCategories },
    );
  return isFact(field)
    ? withParts(file, { [factOf[field]]: from.facts[factOf[field]] }, {})
    : withParts(file, {}, { [field]: from.identity[field] });
}

export function withParts(
  file: WholeFile,
  facts: Partial<FactColumns>,
  identity: Partial<ClientIdentity>,
): WholeFile {
  const merged = Object.entries({ ...file.identity, ...identity }).filter(([, value]) => value !== undefined);
  return {
    ...file,
    facts: { ...file.facts, ...facts },
    identity: Object.fromEntries(merged) as unknown as ClientIdentity,
  };
}

export const isSame = (one: unknown, other: unknown): boolean =>
  changedFields({ value: one }, { value: other }).length === 0;

const filled = (value: unknown): unknown =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
    ? undefined
    : value;
