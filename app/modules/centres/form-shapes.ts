import { Problem, type ProblemField } from '#platform/problem.ts';
import type { OpeningHours } from './centre.tables.server.ts';
import { findHoursFault, readTime, type Weekday, weekdays } from './opening-hours.ts';

/** What a form sends, before a schema has looked at it. */
export type Typed = Record<string, unknown>;

/** One ticked box sends a text, several a list, none nothing. */
export function asList(typed: unknown): string[] {
  if (Array.isArray(typed)) return typed.filter((each): each is string => typeof each === 'string');
  return typeof typed === 'string' && typed !== '' ? [typed] : [];
}

export const asFields = (typed: unknown): Typed =>
  typeof typed === 'object' && typed !== null && !Array.isArray(typed) ? (typed as Typed) : {};

/** Each day has room for two openings: before and after the break. */
export const openingsPerDay = [1, 2] as const;
export const timeName = (day: Weekday, end: 'from' | 'to', opening: number): string =>
  `hours.d${day}.${end}${opening}`;

/**
 * The week's grid as opening hours. Days left blank are closed.
 * @throws Problem `input.invalid` at the grid's own fields: `not-a-time`, `required` for half an opening, `time-order`,
 * `times-overlap`
 */
export function hoursOfForm(typed: unknown): OpeningHours[] {
  const grid = asFields(typed);
  const hours: OpeningHours[] = [];
  const places: { day: Weekday; opening: number }[] = [];
  const fields: ProblemField[] = [];
  for (const day of weekdays) {
    const row = asFields(grid[`d${day}`]);
    for (const opening of openingsPerDay) {
      const ends = (['from', 'to'] as const).map((end) => ({ end, typed: row[`${end}${opening}`] }));
      if (ends.every((each) => each.typed === undefined)) continue;
      const [from, to] = ends.map((each) =>
        typeof each.typed === 'string' ? readTime(each.typed) : undefined,
      );
      for (const [at, time] of [from, to].entries()) {
        const end = ends[at];
        if (time !== undefined || !end) continue;
        fields.push({
          path: timeName(day, end.end, opening),
          code: end.typed === undefined ? 'required' : 'not-a-time',
        });
      }
      if (from === undefined || to === undefined) continue;
      hours.push({ day, from, to });
      places.push({ day, opening });
    }
  }
  const fault = findHoursFault(hours);
  const place = fault && places[fault.at];
  if (fault && place) fields.push({ path: timeName(place.day, 'to', place.opening), code: fault.code });
  if (fields.length > 0) throw new Problem('input.invalid', 422, { fields });
  return hours;
}

/** The fields of a site's form as the schema wants them. */
export function siteOfForm(typed: Typed): Typed {
  return {
    ...typed,
    name: asFields(typed['name']),
    address: asFields(typed['address']),
    addressHidden: typed['addressHidden'] === 'yes',
    hours: hoursOfForm(typed['hours']),
    languages: asList(typed['languages']),
    ...(typed['accessible'] !== undefined && { accessible: typed['accessible'] === 'yes' }),
  };
}

/** The fields of the centre's form as the schema wants them. */
export const profileOfForm = (typed: Typed): Typed => ({
  ...typed,
  name: asFields(typed['name']),
  address: asFields(typed['address']),
});

/** Ticked languages and services as lists. */
export const offerOfForm = (typed: Typed): Typed => ({
  ...typed,
  languages: asList(typed['languages']),
  clientLanguages: asList(typed['clientLanguages']),
  services: asList(typed['services']),
});
