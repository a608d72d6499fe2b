/** What a check looked at and what it found wrong. */
export interface Findings {
  /** What was looked at, with its number: "412 files". */
  looked: string;
  /** One line each; none means that the rule holds. */
  faults: string[];
}

/** One rule of the house, about the whole tree. */
export interface Check {
  name: string;
  find(root: string): Findings | Promise<Findings>;
}
