import { formatDay } from '#platform/language/format-date.ts';
import { type ListName, lists } from './list.ts';
import type { ListWords } from './list-words.server.ts';

/** Which code list says a value of the filter. */
const codeListOf: Record<string, string> = {
  channel: 'channel',
  channelGroup: 'channelGroup',
  topic: 'topic',
  result: 'counsellingResult',
  sex: 'sex',
  ageBand: 'ageBand',
  stage: 'stage',
};
const spoken = new Set(['whose', 'who', 'firstTime', 'sort', 'show', 'due', 'way']);
const places = new Set(['nationality', 'corridorFrom', 'corridorTo']);

const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));

/**
 * A filter in words, "Sex: female", in the order of the list's own filters: for the head of a printed page and of a file.
 * @param names of sites and colleagues by their id
 */
export function filterWords(
  list: ListName,
  filter: Readonly<Record<string, string | undefined>>,
  words: ListWords & { reader: string },
  names: Readonly<Record<string, string>>,
): string[] {
  const valueOf = (name: string, value: string): string => {
    const codeList = codeListOf[name];
    if (codeList) return words.codes(`${codeList}.${value}`);
    if (spoken.has(name)) return words.t(`values.${name}.${value}`);
    if (value === 'unknown') return words.t('values.unknown');
    if (places.has(name)) return words.country(value);
    if (name === 'language') return words.language(value);
    if ((name === 'from' || name === 'to') && isDay(value))
      return formatDay(value, { language: words.reader }, 'short');
    return names[value] ?? value;
  };
  return lists[list].filter.flatMap((name) => {
    const value = filter[name];
    return value
      ? [words.t('filter-word', { name: words.t(`filter.${name}`), value: valueOf(name, value) })]
      : [];
  });
}
