/** What a slot keeps beside the names, in few objects: there are a million. Lists stand in one string by lines. */
export interface SlotFacts {
  id: string;
  birthYear: number;
  birthYearPrecise: boolean;
  /** Phone cores. */
  phones: string;
  /** References as they were given. */
  references: string;
  sex: string | undefined;
  origin: string | undefined;
}

const none: readonly string[] = [];

/** The entries of a list that a slot keeps. */
export const linesOf = (list: string): readonly string[] => (list === '' ? none : list.split('\n'));
