/** Numbers of an import, for progress and preview; nothing in them tells of anybody. */
export interface ImportCounts {
  /** Rows that say something. */
  rows?: number;
  people?: number;
  visits?: number;
  wrong?: number;
  /** Taken before, in this or an earlier file. */
  repeated?: number;
  same?: number;
  like?: number;
  /** People without a documented consent. */
  unasked?: number;
  minors?: number;
  /** Values that a spreadsheet had worked out. */
  formulas?: number;
  /** Days that only the order chosen for their column decided. */
  undecidedDays?: number;
  taken?: number;
  madePeople?: number;
  madeVisits?: number;
  attached?: number;
  skipped?: number;
  failed?: number;
  undone?: number;
  kept?: number;
}
