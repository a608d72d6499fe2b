/** How much a check does: the number scales it, and the tier names where the number came from. */
export interface TrustRun {
  /** How many cases: kills, requests, cells, tampered chains … the unit is the check's own. */
  count: number;
  /** An empty folder of this run's own, thrown away afterwards. */
  folder: string;
  /** The fault to plant, one of the check's `faults`; undefined for an honest run. */
  fault?: string;
  /** A seed for everything that is drawn by lot, so that a red run can be repeated. */
  seed: number;
  /** One line of progress. */
  tell(line: string): void;
}

export interface TrustOutcome {
  /** Cases that were really carried through, of `count`. */
  done: number;
  /** Cases that went against the promise. The check is red when this is not zero, or when `done` is less than asked for. */
  wrong: number;
  /** What went wrong, each with enough to find it again; the first twenty are shown. */
  faults: string[];
  /** Further figures for the report, such as `back within: 2.1 s of 10`. */
  figures?: Record<string, string>;
}

/** One promise, tried. */
export interface TrustCheck {
  /** Short and dashed, as typed after `--only`. */
  name: string;
  /** The promise in one sentence. */
  promise: string;
  unit: string;
  /**
   * How many cases each tier does; `night` is what the aim asks for, and `--scale` multiplies it. `small` is enough to see
   * a planted fault; a tenth of `fast` when it is left out.
   */
  counts: { fast: number; night: number; small?: number };
  /** Ways to break the product on purpose. Each must be caught: cases against the promise, not a crash and not fewer cases. */
  faults: readonly string[];
  run(run: TrustRun): Promise<TrustOutcome>;
}
