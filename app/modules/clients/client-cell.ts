import type { ListWords } from '#modules/lists/index.server.ts';
import type { WriteCell } from '#platform/tables/table.ts';
import type { ClientSummary } from './client-summary.server.ts';

/** One cell of the list of people by the name of its column. @param colleagues names by id */
export function clientCell(
  person: ClientSummary,
  column: string,
  { codes, country, language }: ListWords,
  colleagues: Readonly<Record<string, string>>,
): WriteCell {
  switch (column) {
    case 'name':
      return person.name;
    case 'fileNo':
      return person.fileNo;
    case 'sex':
      return codes(`sex.${person.sex}`);
    case 'age':
      return person.age ?? null;
    case 'ageBand':
      return codes(`ageBand.${person.ageBand}`);
    case 'nationality':
      return person.nationalities.map(country).join(' · ');
    case 'district':
      return person.originAdmin1;
    case 'stage':
      return codes(`stage.${person.stage}`);
    case 'language':
      return person.languages.map(language).join(' · ');
    case 'registeredOn':
      return { date: person.registeredOn };
    case 'lastContactOn':
      return person.lastContactOn === null ? null : { date: person.lastContactOn };
    case 'counsellor':
      return person.assignedTo === null ? null : (colleagues[person.assignedTo] ?? null);
    default:
      return null;
  }
}
