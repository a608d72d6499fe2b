import { languageName } from '#platform/code-lists/client-languages.ts';
import { countryName } from '#platform/code-lists/countries.ts';
import type { Birth } from '#platform/language/birth.ts';
import { fromIsoDay, readingCalendar } from '#platform/language/calendar.ts';
import { formatDay } from '#platform/language/format-date.ts';
import { interfaceLanguage } from '#platform/language/interface-languages.ts';
import { formatNumber } from '#platform/language/numbers.ts';
import type { Translate } from '#platform/language/translators.ts';

interface Reader {
  language: string;
  t(namespace: string): Translate;
  staffNames: Record<string, string>;
}

interface Phone {
  number: string;
  owner: string;
  safeToCall: boolean;
  safeToMessage: boolean;
  safeFrom?: string;
  safeTo?: string;
  safeWords?: string;
}
interface Paper {
  type: string;
  number: string;
  issuer?: string;
  expires?: string;
}
interface Emergency {
  name: string;
  phone?: string;
  relation?: string;
  mayContact: boolean;
}

const codeLists: Record<string, string> = {
  sex: 'sex',
  stage: 'stage',
  purpose: 'purpose',
  categories: 'clientCategory',
  legalStatus: 'legalStatus',
  gender: 'gender',
  marital: 'marital',
  literacy: 'literacy',
  education: 'education',
  employment: 'employment',
  sector: 'sector',
  heardVia: 'referredBy',
};

/** What a file says in one field, in the reader's words: a line for each value, none where it says nothing. */
export function describeFact(field: string, value: unknown, reader: Reader): string[] {
  if (value === undefined || value === null) return [];
  const { language, t } = reader;
  const codes = t('code-lists');
  const words = t('duplicates');
  const country = (code: string) =>
    code.length === 2 ? countryName(code, language) : codes(`noNationality.${code}`);
  const joined = (...parts: unknown[]) =>
    parts.filter((part) => typeof part === 'string' && part !== '').join(', ');
  const list = codeLists[field];
  if (list) return [value as string | string[]].flat().map((code) => codes(`${list}.${code}`));
  switch (field) {
    case 'names':
      return (value as { given: string; family?: string }[]).map(({ given, family }) =>
        [given, family].filter(Boolean).join(' '),
      );
    case 'birth':
      return [birthText(value, reader)];
    case 'nationalities':
    case 'destinations':
      return (value as string[]).map(country);
    case 'languages':
      return (value as string[]).map((spoken) => languageName(spoken, language));
    case 'origin': {
      const { country: code, admin1, place } = value as Record<string, string | null>;
      return [joined(code && country(code), admin1, place)];
    }
    case 'phones':
      return (value as Phone[]).map((phone) =>
        joined(
          leftToRight(phone.number),
          codes(`phoneOwner.${phone.owner}`),
          words(phone.safeToCall ? 'value.safe' : 'value.unsafe'),
          phone.safeToMessage && words('value.message'),
          phone.safeFrom && words('value.hours', { from: phone.safeFrom, to: phone.safeTo ?? '' }),
          phone.safeWords,
        ),
      );
    case 'email': {
      const { address, safe } = value as { address: string; safe: boolean };
      return [joined(address, words(safe ? 'value.write' : 'value.not-write'))];
    }
    case 'messageApp': {
      const { app, name } = value as { app: string; name?: string };
      return [joined(app, name)];
    }
    case 'emergencyContact': {
      const { name, phone, relation, mayContact } = value as Emergency;
      return [
        joined(
          name,
          relation,
          phone && leftToRight(phone),
          words(mayContact ? 'value.may' : 'value.may-not'),
        ),
      ];
    }
    case 'idDocuments':
      return (value as Paper[]).map(({ type, number, issuer, expires }) =>
        joined(
          codes(`idType.${type}`),
          leftToRight(number),
          issuer && country(issuer),
          expires && words('value.expires', { day: formatDay(expires, { language }, 'short') }),
        ),
      );
    case 'disability':
      return Object.entries(value as Record<string, string>).map(
        ([question, level]) => `${codes(`disability.${question}`)}: ${codes(`disabilityLevel.${level}`)}`,
      );
    case 'dependants':
      return [formatNumber(Number(value), interfaceLanguage(language))];
    case 'staffSexPreference':
      return [t('clients')(`staff-sex.${value as string}`)];
    case 'assignedTo':
      return [reader.staffNames[value as string] ?? ''];
    default:
      return (value as string).split('\n');
  }
}

function birthText({ birth, ageBand }: { birth?: Birth; ageBand?: string }, { language, t }: Reader): string {
  if (!birth) return t('code-lists')(`ageBand.${ageBand ?? 'unknown'}`);
  if (birth.isoDate && birth.precision === 'exact') return formatDay(birth.isoDate, { language }, 'short');
  const own = fromIsoDay(`${String(birth.year).padStart(4, '0')}-07-01`, readingCalendar(language)).year;
  const year = formatNumber(own, interfaceLanguage(language), { useGrouping: false });
  return birth.precision === 'estimated' ? t('common')('date.about', { value: year }) : year;
}

/** A number keeps its order inside a line that runs the other way. */
const leftToRight = (text: string): string => `\u2066${text}\u2069`;
