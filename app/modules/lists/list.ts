/** The lists that staff arrange for themselves. */
export const listNames = ['contacts', 'people', 'follow-ups'] as const;
export type ListName = (typeof listNames)[number];

/** Those that may leave the house as a file. Follow-ups say how to reach people: they stay. */
export const exportedLists = ['contacts', 'people'] as const satisfies readonly ListName[];
export type ExportedList = (typeof exportedLists)[number];

/** The two orders of a column by their names in an address, and which of them comes first. */
interface ColumnOrder {
  ascending: string;
  descending: string;
  first: 'ascending' | 'descending';
}

interface ListShape {
  /** Every column there is, in the order they are offered. */
  columns: readonly string[];
  /** What somebody sees who never chose. */
  usual: readonly string[];
  /** The names of the filter in the address that may be kept. What was searched for is never among them. */
  filter: readonly string[];
  /** Columns by which the list can be put in order, each held up by an index. What is sealed has no order. */
  orders: Readonly<Record<string, ColumnOrder>>;
  /** The order that goes without saying. */
  usualOrder: (filter: Readonly<Record<string, string | undefined>>) => string;
  to: string;
}

export const lists: Record<ListName, ListShape> = {
  contacts: {
    columns: [
      'day',
      'who',
      'topics',
      'result',
      'channel',
      'counsellor',
      'marks',
      'minutes',
      'language',
      'sex',
      'ageBand',
      'nationality',
      'district',
      'corridor',
      'stage',
      'firstTime',
      'people',
      'recordedOn',
    ],
    usual: ['day', 'who', 'topics', 'result', 'channel', 'counsellor', 'marks'],
    filter: [
      'whose',
      'from',
      'to',
      'channel',
      'channelGroup',
      'topic',
      'result',
      'language',
      'sex',
      'ageBand',
      'nationality',
      'district',
      'corridorFrom',
      'corridorTo',
      'site',
      'counsellor',
      'firstTime',
      'who',
      'stage',
      'sort',
    ],
    orders: {
      day: { ascending: 'oldest', descending: 'newest', first: 'descending' },
      recordedOn: { ascending: 'first-recorded', descending: 'recorded', first: 'descending' },
    },
    usualOrder: () => 'recorded',
    to: '/staff/contacts',
  },
  people: {
    columns: [
      'name',
      'fileNo',
      'sex',
      'age',
      'nationality',
      'district',
      'stage',
      'language',
      'registeredOn',
      'lastContactOn',
      'counsellor',
      'ageBand',
    ],
    usual: ['name', 'fileNo', 'sex', 'age', 'nationality', 'stage', 'lastContactOn'],
    filter: [
      'show',
      'from',
      'to',
      'language',
      'sex',
      'ageBand',
      'nationality',
      'district',
      'site',
      'counsellor',
      'stage',
      'sort',
    ],
    orders: {
      fileNo: { ascending: 'file', descending: 'file-down', first: 'ascending' },
      registeredOn: { ascending: 'first-registered', descending: 'registered', first: 'descending' },
      lastContactOn: { ascending: 'longest-ago', descending: 'served', first: 'descending' },
    },
    // Else by the moment of entering, which no column shows.
    usualOrder: ({ show }) => (show === 'served' ? 'served' : ''),
    to: '/staff/people',
  },
  'follow-ups': {
    columns: ['who', 'dueOn', 'way', 'reach', 'note', 'assignedTo', 'reminder', 'fileNo'],
    usual: ['who', 'dueOn', 'way', 'reach', 'note', 'assignedTo'],
    filter: ['whose', 'due', 'way', 'assignedTo', 'from', 'to', 'sort'],
    orders: { dueOn: { ascending: 'due', descending: 'latest-due', first: 'ascending' } },
    usualOrder: () => 'due',
    to: '/staff/follow-ups',
  },
};

export const isListName = (name: string | undefined): name is ListName =>
  listNames.some((each) => each === name);

const longestValue = 80;

/** Of an address, what may be kept: known names with something in them, in a fixed order. */
export function keptFilter(list: ListName, asked: Iterable<[string, string]>): Record<string, string> {
  const given = new Map(asked);
  const usual = lists[list].usualOrder(Object.fromEntries(given));
  return Object.fromEntries(
    lists[list].filter.flatMap((name) => {
      const value = given.get(name)?.trim();
      if (name === 'sort' && value === usual) return [];
      return value ? [[name, value.slice(0, longestValue)] as const] : [];
    }),
  );
}

/** Columns as somebody chose them: known ones, each once, never none; the first names the row and always stays. */
export function chosenColumns(list: ListName, wanted: readonly string[]): string[] {
  const { columns, usual } = lists[list];
  const known = [...new Set(wanted)].filter((column) => columns.includes(column));
  const heading = columns[0] ?? '';
  if (known.length === 0) return [...usual];
  return known.includes(heading) ? known : [heading, ...known];
}

/** How long after its reason was given a file may still be fetched. */
export const exportMinutes = 10;
