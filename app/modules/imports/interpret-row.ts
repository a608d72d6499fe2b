import type { OldFileInput } from '#modules/clients/index.server.ts';
import type { PastContactInput } from '#modules/contacts/index.server.ts';
import { yearsBetween } from '#platform/language/birth.ts';
import { isClean } from '#platform/operations/text-schema.ts';
import type { CellValue } from '#platform/tables/table.ts';
import { type ImportFieldName, importFields, type WordList, wordListOf } from './import-fields.ts';
import type { ImportSettings } from './import-settings.ts';
import { cellText, wordKey } from './plain-text.ts';
import { readAgeCell, readBirthCell } from './read-birth-cell.ts';
import { type DayReading, isoOfWritten, readDayParts } from './read-day-parts.ts';
import { readNameCells } from './read-name-cells.ts';
import { readPhoneCell } from './read-phone-cell.ts';

/** A row of an old register, understood as far as it can be. Inputs of the doors that will check them. */
export interface InterpretedRow {
  person?: OldFileInput;
  registeredOn?: string;
  /** What a column of consents says. */
  consent?: 'yes' | 'no';
  consentOn?: string;
  oldNumber?: string;
  visit?: PastContactInput;
  /** What cannot be taken as it stands: field and code (`field.*` in the locales). */
  problems: { field: ImportFieldName; code: string }[];
  /** Words that stand for nothing known; they are left out, not refused. */
  unknown: { list: WordList; field: ImportFieldName; word: string }[];
}

interface Reading {
  settings: ImportSettings;
  readWord: (list: WordList, word: string) => string | undefined;
  today: string;
}

/** What stands where a name should, in the line with the sums. */
const sums = new Set(
  [
    'total',
    'grand total',
    'sum',
    'المجموع',
    'الإجمالي',
    'مجموع',
    'مجموعه',
    'جمله',
    'کل',
    'کل تعداد',
    'মোট',
    'totaux',
  ].map(wordKey),
);

/** Undefined where the row tells of nobody and nothing: blank lines, sums, headings repeated further down. */
export function interpretRow(cells: readonly CellValue[], reading: Reading): InterpretedRow | undefined {
  const { settings, today } = reading;
  const columns = settings.columns ?? [];
  const row: InterpretedRow = { problems: [], unknown: [] };
  const raw = (field: ImportFieldName): CellValue => {
    const at = columns.find((column) => column.field === field)?.column;
    return at === undefined ? null : (cells[at] ?? null);
  };
  const text = (field: ImportFieldName, max = 4_000): string | undefined => {
    const found = cellText(raw(field));
    return found === '' || !isClean(found) ? undefined : found.slice(0, max);
  };
  const word = (field: ImportFieldName): string | undefined =>
    readCode(reading, row, field, text(field, 200));
  const day = (field: ImportFieldName): string | undefined => readDay(reading, row, field, raw(field));
  const isSum = cells.slice(0, 3).some((cell) => sums.has(wordKey(cellText(cell))));
  if (isSum || isRepeatedHeading(cells, settings)) return undefined;

  const registeredOn = day('registeredOn');
  const visitOn = day('visitOn');
  const onThatDay = registeredOn ?? visitOn;
  const passed = onThatDay && onThatDay <= today ? yearsBetween(onThatDay, today) : 0;
  const oldNumber = text('oldNumber', 60)?.replace(/\.0$/, '');
  const names = readNameCells({
    name: text('name', 240) ?? '',
    given: text('given', 120) ?? '',
    family: text('family', 120) ?? '',
    alias: text('alias', 240) ?? '',
  });
  if (names === 'no-name') row.problems.push({ field: nameField(settings), code: 'not-a-name' });
  const phones = [...readPhoneCell(raw('phone')), ...readPhoneCell(raw('secondPhone'))].slice(0, 6);
  const isVisit = columns.some(({ field }) => importFields[field].of === 'visit');
  const usual = settings.usual;
  const nationality = word('nationality');
  const person: OldFileInput = {
    names: Array.isArray(names) ? names : [],
    sex: (word('sex') ?? 'unknown') as OldFileInput['sex'],
    birth: readBirth(reading, row, raw('birth'), raw('age'), passed),
    nationalities: nationality ? [nationality] : [],
    originCountry: word('originCountry'),
    originAdmin1: text('district', 80),
    originPlace: text('originPlace', 120),
    currentPlace: text('currentPlace', 200),
    address: text('address', 500),
    destinations: [word('destination')].flatMap((code) => code ?? []),
    stage: (word('stage') ?? 'unknown') as OldFileInput['stage'],
    purpose: word('purpose') as OldFileInput['purpose'],
    languages: [word('language') ?? usual?.language ?? 'en'],
    education: word('education') as OldFileInput['education'],
    employment: word('employment') as OldFileInput['employment'],
    heardVia: word('heardVia') as OldFileInput['heardVia'],
    dependants: readCount(row, 'dependants', text('dependants', 20), 40),
    marital: word('marital') as OldFileInput['marital'],
    idDocuments: idDocuments(text('idNumber', 60)),
    note: noteOf(settings, oldNumber, text('note')),
    phones: phones.map((number) => ({ number: number.slice(0, 40) })),
    ...emailOf(row, text('email', 200)),
  };
  if (names !== undefined || phones.length > 0) row.person = person;
  if (oldNumber) row.oldNumber = oldNumber;
  if (registeredOn) row.registeredOn = registeredOn;
  const consent = word('consent');
  if (consent === 'yes' || consent === 'no') row.consent = consent;
  const consentOn = day('consentOn');
  if (consentOn) row.consentOn = consentOn;
  if (isVisit && (visitOn || cellText(raw('visitOn')) !== '' || word('topic') || text('visitNote'))) {
    const topics = topicsOf(reading, row, text('topic', 400));
    if (!visitOn && !row.problems.some(({ field }) => field === 'visitOn'))
      row.problems.push({ field: 'visitOn', code: 'required' });
    row.visit = {
      occurredOn: visitOn ?? today,
      channel: (word('channel') ?? usual?.channel ?? 'in_person_centre') as PastContactInput['channel'],
      language: word('language') ?? usual?.language ?? 'en',
      topics: (topics.length > 0
        ? topics
        : [usual?.topic ?? 'services_information']) as PastContactInput['topics'],
      result: (word('result') ?? usual?.result ?? 'information_given') as PastContactInput['result'],
      minutes: readCount(row, 'minutes', text('minutes', 20), 1440) ?? 0,
      note: text('visitNote', 8_000),
    };
  }
  if (names === undefined && row.person && !row.visit)
    row.problems.push({ field: nameField(settings), code: 'required' });
  const says = row.person !== undefined || row.visit !== undefined || row.problems.length > 0;
  return says ? row : undefined;
}

const nameField = (settings: ImportSettings): ImportFieldName =>
  settings.columns?.some(({ field }) => field === 'name') ? 'name' : 'given';

function readCode(
  { settings, readWord }: Reading,
  row: InterpretedRow,
  field: ImportFieldName,
  word: string | undefined,
): string | undefined {
  const list = wordListOf(field);
  if (word === undefined || list === undefined) return undefined;
  const chosen = settings.words[list]?.[wordKey(word)];
  if (chosen !== undefined) return chosen === '' ? undefined : chosen;
  const code = readWord(list, word);
  const heard = row.unknown.some((other) => other.field === field && other.word === word);
  if (code === undefined && !heard) row.unknown.push({ list, field, word });
  return code;
}

/** A cell of topics often names several: the whole first, then its parts. */
function topicsOf(reading: Reading, row: InterpretedRow, text: string | undefined): string[] {
  if (text === undefined) return [];
  const probe: InterpretedRow = { problems: [], unknown: [] };
  const whole = readCode(reading, probe, 'topic', text.slice(0, 200));
  if (whole) return [whole];
  const parts = text.split(/\s*[,;/،؛&+\n]\s*/u).filter((part) => part !== '');
  const codes = parts.flatMap((part) => readCode(reading, row, 'topic', part.slice(0, 200)) ?? []);
  return [...new Set(codes)].slice(0, 12);
}

function readDay(
  { settings, today }: Reading,
  row: InterpretedRow,
  field: ImportFieldName,
  value: CellValue,
): string | undefined {
  if (cellText(value) === '') return undefined;
  const written = readDayParts(value, dayReadingOf(settings, field), today);
  const iso = written && isoOfWritten(written);
  if (!iso) row.problems.push({ field, code: 'not-a-date' });
  else if (iso > today) row.problems.push({ field, code: 'in-the-future' });
  else return iso;
  return undefined;
}

export function dayReadingOf(settings: ImportSettings, field: ImportFieldName): DayReading {
  const column = settings.columns?.find((each) => each.field === field);
  return { calendar: column?.calendar ?? 'gregory', order: column?.order ?? 'dmy' };
}

function readBirth(
  { settings, today }: Reading,
  row: InterpretedRow,
  birth: CellValue,
  age: CellValue,
  passed: number,
): OldFileInput['birth'] {
  if (cellText(birth) !== '') {
    const read = readBirthCell(birth, dayReadingOf(settings, 'birth'), today, passed);
    if (!read) row.problems.push({ field: 'birth', code: 'not-a-date' });
    return read;
  }
  if (cellText(age) === '') return undefined;
  const years = readAgeCell(age);
  if (years === undefined) row.problems.push({ field: 'age', code: 'not-an-age' });
  return years === undefined ? undefined : { calendar: 'gregory', age: Math.min(120, years + passed) };
}

/** A number that was written with words beside it ("15 min"). What is no number is left out where it counts little. */
function readCount(
  row: InterpretedRow,
  field: ImportFieldName,
  text: string | undefined,
  max: number,
): number | undefined {
  if (text === undefined) return undefined;
  const digits = wordKey(text).match(/\d+/)?.[0];
  const number = digits === undefined ? undefined : Number(digits);
  if (number !== undefined && number <= max) return number;
  row.problems.push({ field, code: 'not-a-number' });
  return undefined;
}

function emailOf(row: InterpretedRow, text: string | undefined): Pick<OldFileInput, 'email'> {
  if (text === undefined) return {};
  if (/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(text)) return { email: { address: text } };
  row.problems.push({ field: 'email', code: 'not-an-email' });
  return {};
}

const idDocuments = (number: string | undefined): OldFileInput['idDocuments'] =>
  number === undefined
    ? []
    : [{ type: /^[A-Z]{1,2}\d{6,8}$/i.test(number) ? 'passport' : 'national_id', number }];

/** The old number stays with the person under the name its column had, so that the paper file is found again. */
function noteOf(settings: ImportSettings, oldNumber: string | undefined, note: string | undefined) {
  const at = settings.columns?.find(({ field }) => field === 'oldNumber')?.column;
  const heading = at === undefined ? '' : (settings.headings[at] ?? '');
  const line = oldNumber === undefined ? undefined : `${heading === '' ? '№' : heading}: ${oldNumber}`;
  return [note, line].filter((part) => part !== undefined).join('\n') || undefined;
}

function isRepeatedHeading(cells: readonly CellValue[], { headings }: ImportSettings): boolean {
  const filled = headings.filter((heading) => heading !== '');
  const same = headings.filter((heading, at) => heading !== '' && cellText(cells[at] ?? null) === heading);
  return filled.length > 1 && same.length > filled.length / 2;
}
