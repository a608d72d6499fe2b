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

/**
 * The list of the records behind a number. @param staffId of the reader, whose own work a number may be of
 */
export function recordsAddress(
  { period, site, own }: Shown,
  unit: RecordUnit,
  category: { dimension: Dimension; code: string } | undefined,
  staffId: string,
): string {
  const asked = new URLSearchParams({ from: period.firstDay, to: lastDayOf(period) });
  const ofPeople = unit === 'people' || unit === 'firstTime';
  if (!ofPeople) {
    asked.set('whose', own ? 'mine' : 'all');
    asked.set(
      'who',
      unit === 'heads' ? 'head_count' : unit === 'anonymous' ? 'anonymous' : 'client,anonymous',
    );
  } else if (own) asked.set('counsellor', staffId);
  if (unit === 'firstTime') asked.set('firstTime', '1');
  if (site) asked.set('site', site);
  if (category?.dimension === 'corridor') {
    const [from = '', to = ''] =
      category.code === notRecorded ? [notRecorded, notRecorded] : category.code.split('>');
    asked.set('corridorFrom', from || notRecorded);
    asked.set('corridorTo', to || notRecorded);
  } else if (category) asked.set(filters[category.dimension], category.code);
  return `/staff/${ofPeople ? 'people' : 'contacts'}?${asked}`;
}
