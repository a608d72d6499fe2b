import { lastDayOf, type Period, type PeriodKind } from './period.ts';
import { type Dimension, notRecorded } from './tables.ts';

/** What a page of statistics shows: all of it stands in the address, so that a link means the same to whoever opens it. */
export interface Shown {
  period: Pick<Period, 'kind' | 'calendar' | 'firstDay' | 'nextDay'>;
  site: string | null;
  own: boolean;
  compare: 'before' | 'year';
}

/** The address of the same view with another period, place or comparison. */
export function viewAddress(
  { period, site, own, compare }: Shown,
  change: { kind?: PeriodKind; day?: string } = {},
): string {
  const kind = change.kind ?? period.kind;
  const asked = new URLSearchParams({ kind });
  if (kind === 'own') {
    asked.set('from', period.firstDay);
    asked.set('to', lastDayOf(period));
  } else asked.set('day', change.day ?? period.firstDay);
  asked.set('calendar', period.calendar);
  if (site) asked.set('site', site);
  asked.set('whose', own ? 'mine' : 'all');
  if (compare === 'year') asked.set('compare', compare);
  return `?${asked}`;
}

export type RecordUnit = 'contacts' | 'anonymous' | 'people' | 'firstTime' | 'heads';

/** By which filter the lists of records know a category. */
const filters = {
  channelGroup: 'channelGroup',
  topic: 'topic',
  sex: 'sex',
  ageBand: 'ageBand',
  stage: 'stage',
  nationality: 'nationality',
  district: 'district',
  language: 'language',
  site: 'site',
  counsellor: 'counsellor',
} as const satisfies Partial<Record<Dimension, string>>;

/** What the list of contacts calls a category in which nothing was recorded. */
const leftOpen = 'unknown';

/**
 * The contacts behind a number: of people those with somebody on file, of first-time people their first ones. The list
 * knows more than the number: it also shows voided contacts, marked, and finds a topic that was not the main one.
 */
export function recordsAddress(
  { period, site, own }: Shown,
  unit: RecordUnit,
  category?: { dimension: Dimension; code: string },
): string {
  const asked = new URLSearchParams({
    from: period.firstDay,
    to: lastDayOf(period),
    whose: own ? 'mine' : 'all',
  });
  const who = whoOf[unit];
  if (who) asked.set('who', who);
  if (unit === 'firstTime') asked.set('firstTime', 'yes');
  if (site) asked.set('site', site);
  if (category?.dimension === 'corridor') {
    const [from, to] = category.code === notRecorded ? [] : category.code.split('>');
    asked.set('corridorFrom', from || leftOpen);
    asked.set('corridorTo', to || leftOpen);
  } else if (category)
    asked.set(filters[category.dimension], category.code === notRecorded ? leftOpen : category.code);
  return `/staff/contacts?${asked}`;
}

const whoOf: Record<RecordUnit, string | undefined> = {
  contacts: undefined,
  anonymous: 'anonymous',
  people: 'client',
  firstTime: 'client',
  heads: 'head_count',
};
