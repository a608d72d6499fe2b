import type { CodeListName } from '#platform/code-lists/code-lists.ts';

/** How the text of a column is read. */
export type FieldReading =
  | 'text'
  | 'name'
  | 'number'
  | 'phone'
  | 'email'
  | 'day'
  | 'birth'
  | 'age'
  | 'country'
  | 'language'
  | 'yes-no'
  | { list: CodeListName };

interface ImportField {
  of: 'person' | 'visit';
  reading: FieldReading;
}

/** What a column of an old register may hold, in the order in which it is offered. */
export const importFields = {
  oldNumber: { of: 'person', reading: 'number' },
  name: { of: 'person', reading: 'name' },
  given: { of: 'person', reading: 'name' },
  family: { of: 'person', reading: 'name' },
  alias: { of: 'person', reading: 'name' },
  sex: { of: 'person', reading: { list: 'sex' } },
  birth: { of: 'person', reading: 'birth' },
  age: { of: 'person', reading: 'age' },
  phone: { of: 'person', reading: 'phone' },
  secondPhone: { of: 'person', reading: 'phone' },
  email: { of: 'person', reading: 'email' },
  nationality: { of: 'person', reading: 'country' },
  originCountry: { of: 'person', reading: 'country' },
  district: { of: 'person', reading: 'text' },
  originPlace: { of: 'person', reading: 'text' },
  currentPlace: { of: 'person', reading: 'text' },
  address: { of: 'person', reading: 'text' },
  destination: { of: 'person', reading: 'country' },
  stage: { of: 'person', reading: { list: 'stage' } },
  purpose: { of: 'person', reading: { list: 'purpose' } },
  language: { of: 'person', reading: 'language' },
  education: { of: 'person', reading: { list: 'education' } },
  employment: { of: 'person', reading: { list: 'employment' } },
  marital: { of: 'person', reading: { list: 'marital' } },
  heardVia: { of: 'person', reading: { list: 'referredBy' } },
  dependants: { of: 'person', reading: 'number' },
  idNumber: { of: 'person', reading: 'number' },
  registeredOn: { of: 'person', reading: 'day' },
  consent: { of: 'person', reading: 'yes-no' },
  consentOn: { of: 'person', reading: 'day' },
  note: { of: 'person', reading: 'text' },
  visitOn: { of: 'visit', reading: 'day' },
  channel: { of: 'visit', reading: { list: 'channel' } },
  topic: { of: 'visit', reading: { list: 'topic' } },
  result: { of: 'visit', reading: { list: 'counsellingResult' } },
  minutes: { of: 'visit', reading: 'number' },
  visitNote: { of: 'visit', reading: 'text' },
} as const satisfies Record<string, ImportField>;

export type ImportFieldName = keyof typeof importFields;
export const importFieldNames = Object.keys(importFields) as ImportFieldName[];

export const isImportField = (name: unknown): name is ImportFieldName =>
  typeof name === 'string' && Object.hasOwn(importFields, name);

/** The closed list whose codes the words of a field are mapped to; countries and languages have lists of their own. */
export type WordList = CodeListName | 'country' | 'language' | 'yes-no';

export function wordListOf(field: ImportFieldName): WordList | undefined {
  const reading: FieldReading = importFields[field].reading;
  if (typeof reading === 'object') return reading.list;
  return reading === 'country' || reading === 'language' || reading === 'yes-no' ? reading : undefined;
}

/** Columns whose days are read by an order and a calendar. */
export const isDayField = (field: ImportFieldName): boolean =>
  importFields[field].reading === 'day' || importFields[field].reading === 'birth';
