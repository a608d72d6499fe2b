import type { CountUnit } from '#platform/disclosure/count-table.ts';

/**
 * What numbers are divided by. Each contact stands in one category of each; each person in one as well: the category of
 * the person's first contact in the period and place that is counted.
 */
export const dimensions = [
  'channelGroup',
  'topic',
  'sex',
  'ageBand',
  'stage',
  'nationality',
  'district',
  'corridor',
  'language',
  'site',
  'counsellor',
] as const;
export type Dimension = (typeof dimensions)[number];

/**
 * The code of a category in which nothing was recorded. It is a row of its own and never left out: missing is not zero.
 * Lists about a person also know `unknown` and `prefer_not_to_say`, which are answers.
 */
export const notRecorded = 'not_recorded';

/** The code of a margin in a `CountCell` key. */
export const total = 'total';

/** One of the fixed tables: what it counts and by what. */
export interface TableDefinition {
  code: TableCode;
  unit: CountUnit;
  dimensions: readonly Dimension[];
  /** As domain experts number it; undefined where a table has no number of its own. */
  indicator: string | undefined;
}

const contacts = (code: TableCode, ...by: Dimension[]): TableDefinition => ({
  code,
  unit: 'contacts',
  dimensions: by,
  indicator: 'I-02',
});
const people = (code: TableCode, ...by: Dimension[]): TableDefinition => ({
  code,
  unit: 'people',
  dimensions: by,
  indicator: 'I-01',
});
const firstTime = (code: TableCode, ...by: Dimension[]): TableDefinition => ({
  code,
  unit: 'first_time_people',
  dimensions: by,
  indicator: undefined,
});

export const tableCodes = [
  'contacts-by-channel',
  'contacts-by-topic',
  'contacts-by-language',
  'contacts-by-site',
  'contacts-by-corridor',
  'people-by-sex-and-age',
  'people-by-stage',
  'people-by-nationality',
  'people-by-district',
  'people-by-corridor',
  'people-by-site',
  'people-by-channel',
  'first-time-people-by-sex-and-age',
  'heads-by-topic',
] as const;
export type TableCode = (typeof tableCodes)[number];

/**
 * Every table that may leave the house, declared before anything is counted: nobody composes one, so that no two tables
 * can be chosen for what their difference tells. Work of single members of staff is in none of them.
 */
export const countTableDefinitions: readonly TableDefinition[] = [
  contacts('contacts-by-channel', 'channelGroup'),
  contacts('contacts-by-topic', 'topic'),
  contacts('contacts-by-language', 'language'),
  contacts('contacts-by-site', 'site'),
  contacts('contacts-by-corridor', 'corridor'),
  people('people-by-sex-and-age', 'sex', 'ageBand'),
  people('people-by-stage', 'stage'),
  people('people-by-nationality', 'nationality'),
  people('people-by-district', 'district'),
  people('people-by-corridor', 'corridor'),
  people('people-by-site', 'site'),
  people('people-by-channel', 'channelGroup'),
  firstTime('first-time-people-by-sex-and-age', 'sex', 'ageBand'),
  { code: 'heads-by-topic', unit: 'heads', dimensions: ['topic'], indicator: 'I-06' },
];
