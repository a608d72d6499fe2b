import type { WriteCell } from '#platform/tables/table.ts';
import type { ListWords } from '#modules/lists/index.server.ts';
import type { ListedContact } from './contact-rows.server.ts';

/** One cell of the list of contacts by the name of its column, on the screen as in a file. */
export function contactCell(
  row: ListedContact,
  column: string,
  { t, codes, ...names }: ListWords,
): WriteCell {
  const country = (code: string | null) => (code === null ? null : names.country(code));
  switch (column) {
    case 'day':
      return { date: row.occurredOn };
    case 'who':
      return row.client ? (row.client.name ?? '') : t(`values.who.${row.who}`);
    case 'topics':
      return row.topics.map((code) => codes(`topic.${code}`)).join(' · ');
    case 'result':
      return codes(`counsellingResult.${row.result}`);
    case 'channel':
      return codes(`channel.${row.channel}`);
    case 'counsellor':
      return row.counsellor;
    case 'marks':
      return (['voided', 'urgent', 'enteredLater'] as const)
        .filter((mark) => row[mark])
        .map((mark) => t(`marks.${mark}`))
        .join(' · ');
    case 'minutes':
      return row.minutes;
    case 'language':
      return names.language(row.language);
    case 'sex':
      return codes(`sex.${row.sex}`);
    case 'ageBand':
      return codes(`ageBand.${row.ageBand}`);
    case 'stage':
      return codes(`stage.${row.stage}`);
    case 'nationality':
      return country(row.nationality);
    case 'district':
      return row.district;
    case 'corridor':
      return [country(row.corridorFrom), country(row.corridorTo)].filter(Boolean).join(' – ');
    case 'firstTime':
      return row.firstTime ? t('values.firstTime.yes') : t('values.firstTime.no');
    case 'people':
      return row.people;
    case 'recordedOn':
      return { date: row.recordedOn };
    default:
      return null;
  }
}
