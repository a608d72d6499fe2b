/** The lists that staff arrange for themselves. */
export const listNames = ['contacts', 'people'] as const;
export type ListName = (typeof listNames)[number];

interface ListShape {
  /** Every column there is, in the order they are offered. */
  columns: readonly string[];
  /** What somebody sees who never chose. */
  usual: readonly string[];
  /** The names of the filter in the address that may be kept. What was searched for is never among them. */
  filter: readonly string[];
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
    ],
    to: '/staff/people',
  },
};

export const isListName = (name: string | undefined): name is ListName =>
  listNames.some((each) => each === name);

const longestValue = 80;

/** Of an address, what may be kept: known names with something in them, in a fixed order. */
export function keptFilter(list: ListName, asked: Iterable<[string, string]>): Record<string, string> {
  const given = new Map(asked);
  return Object.fromEntries(
    lists[list].filter.flatMap((name) => {
      const value = given.get(name)?.trim();
      // The usual order goes without saying.
      if (name === 'sort' && value === 'recorded') return [];
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
