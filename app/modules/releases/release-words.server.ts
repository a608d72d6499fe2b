import type { Transaction } from 'kysely';
import { type CentreTables, textIn } from '#modules/centres/index.server.ts';
import { lastDay } from './last-day.ts';
import { formatDay, formatMonth } from '#platform/language/format-date.ts';
import type { CalendarName } from '#platform/language/interface-languages.ts';
import type { Translators } from '#platform/language/translators.ts';
import type { LabelReader } from './category-label.server.ts';
import type { ReleaseKind } from './release.ts';

export interface CentreWords {
  nameIn(language: string): string;
  sites: ReadonlyMap<string, Record<string, string>>;
  country: string;
}

/** The centre's own names, for heads of reports and rows of sites. */
export async function centreWords(tx: Transaction<CentreTables>, centreId: string): Promise<CentreWords> {
  const centre = await tx
    .selectFrom('centre')
    .where('id', '=', centreId)
    .select(['name', 'country', 'languages'])
    .executeTakeFirstOrThrow();
  const sites = await tx
    .selectFrom('site')
    .where('centre_id', '=', centreId)
    .select(['id', 'name'])
    .execute();
  return {
    nameIn: (language) => textIn(centre.name, language, centre.languages),
    sites: new Map(sites.map(({ id, name }) => [id, name])),
    country: centre.country,
  };
}

export const labelReader = (
  translators: Translators,
  language: string,
  centre: CentreWords,
): LabelReader => ({
  translators,
  language,
  siteNames: new Map([...centre.sites].map(([id, name]) => [id, textIn(name, language)])),
});

/** "March 2026", or of a quarter or year its first and last day, in the calendar whose period it is. */
export function periodName(
  { kind, first, next }: { kind: ReleaseKind; first: string; next: string },
  reader: { language: string; country?: string; calendar: CalendarName },
): string {
  return kind === 'month' ? formatMonth(first, reader) : daysName({ first, next }, reader);
}

/** First and last day, both included. */
export const daysName = (
  { first, next }: { first: string; next: string },
  reader: { language: string; country?: string; calendar?: CalendarName },
): string => `${formatDay(first, reader)} – ${formatDay(lastDay(next), reader)}`;
