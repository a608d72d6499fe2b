/** Who opens the house after a start: a key file by itself, or that many people. */
export interface Opening {
  mode: 'automatic' | 'person';
  people: 1 | 2;
}

/** What the house has, to be opened with. */
export interface Openers {
  /** Colleagues whose secrets open it. */
  keepers: number;
  /** Did somebody prove to hold the recovery sheet that is in force? */
  sheetProven: boolean;
}

export type OpeningFault = 'sheet-not-proven' | 'too-few-people';

/** Where two open, a third must be able to be ill. */
const leastKeepers = { 1: 1, 2: 3 } as const;

/** Why this must not be chosen yet; undefined where nothing speaks against it. */
export function findFault(
  { mode, people }: Opening,
  { keepers, sheetProven }: Openers,
): OpeningFault | undefined {
  // Two people are asked after a panic lock in mode "automatic" too.
  if (people === 2 && keepers < leastKeepers[2]) return 'too-few-people';
  if (mode === 'automatic') return undefined;
  if (!sheetProven) return 'sheet-not-proven';
  return keepers < leastKeepers[people] ? 'too-few-people' : undefined;
}

/** Is one illness or one leaver enough to leave the sheet as the only way in? */
export const hangsOnOne = ({ people }: Opening, { keepers }: Pick<Openers, 'keepers'>): boolean =>
  keepers <= people;
