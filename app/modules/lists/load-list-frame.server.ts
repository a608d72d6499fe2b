import { redirect } from 'react-router';
import { textIn, viewCentre } from '#modules/centres/index.server.ts';
import { staffNames } from '#modules/staff/index.server.ts';
import type { StaffActor } from '#platform/actor.ts';
import { languageName } from '#platform/code-lists/client-languages.ts';
import { listCountries } from '#platform/code-lists/countries.ts';
import { formatMoment } from '#platform/language/format-date.ts';
import type { Web } from '#platform/web/web-context.ts';
import { filterWords } from './filter-words.ts';
import { keptFilter, type ListName } from './list.ts';
import { listWords } from './list-words.server.ts';
import { listViews } from './queries/list-views.query.server.ts';
import { sortLinks } from './sort-links.ts';

/**
 * What stands around the rows of a list: kept filters, columns, what can be chosen, and the head of a printed page.
 */
export async function loadListFrame(web: Web, actor: StaffActor, list: ListName, filter: object) {
  const { views, first, columns } = await web.read(listViews, { list });
  const centre = await web.read(viewCentre, {});
  const colleagues = await web.read(staffNames, {});
  const sites = centre.sites.map(({ id, name }) => ({ value: id, label: textIn(name, web.language) }));
  const people = Object.entries(colleagues).map(([value, { name }]) => ({ value, label: name }));
  const given = keptFilter(list, entriesOf(filter));
  const names = Object.fromEntries([...sites, ...people].map(({ value, label }) => [value, label]));
  return {
    list,
    views,
    first,
    columns,
    /** For the heads of the columns that have an order. */
    sorts: sortLinks(list, given),
    /** The filter of this page as an address. */
    query: String(new URLSearchParams(given)),
    inWords: filterWords(list, given, { ...listWords(web), reader: web.language }, names),
    printed: {
      centre: textIn(centre.name, web.language),
      who: actor.displayName,
      at: formatMoment(web.house.clock.now(), { language: web.language, timeZone: actor.centre.timeZone }),
    },
    choices: {
      sites,
      colleagues: people.toSorted((a, b) => a.label.localeCompare(b.label, web.language)),
      countries: listCountries(web.language, [actor.centre.country]).map(({ code, name }) => ({
        value: code,
        label: name,
      })),
      languages: actor.centre.clientLanguages.map((code) => ({
        value: code,
        label: languageName(code, web.language),
      })),
    },
  };
}

/** An address without any filter goes on to the one that the reader chose to begin with. @throws the redirect */
export function beginWithFirst(web: Web, { first }: ListFrame): void {
  if (first && web.url.search === '' && Object.keys(first.filter).length > 0) throw redirect(first.to);
}

export type ListFrame = Awaited<ReturnType<typeof loadListFrame>>;

const entriesOf = (filter: object): [string, string][] =>
  Object.entries(filter).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
