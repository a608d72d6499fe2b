/** What is counted. Units are never added to one another. */
export type CountUnit = 'contacts' | 'people' | 'first_time_people' | 'registrations' | 'heads';

/** One number of a table: the codes of its dimensions in their order, `total` where a dimension is summed. */
export interface CountCell {
  key: readonly string[];
  n: number;
}

/**
 * A fixed table of one period of one place: the true counts, margins included. `additive`: the cells of a dimension add
 * up to its total (each person or contact stands in exactly one category). Distinct people are additive within one
 * period and never over periods.
 */
export interface CountTable {
  /** Which of the pre-declared tables: `contacts-by-channel`, `people-by-sex-and-age`. */
  code: string;
  unit: CountUnit;
  dimensions: readonly string[];
  cells: readonly CountCell[];
}

/** Where and when the numbers are from: what makes two tables of one code comparable. */
export interface CountScope {
  centreId: string;
  /** A site of the centre, or all of it. */
  siteId: string | null;
  /** First day, and the first day that no longer belongs to it: `YYYY-MM-DD`. */
  first: string;
  next: string;
}
