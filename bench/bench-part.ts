import type { Figure } from './bench-figure.ts';

export interface StepGiven {
  /** A scratch folder that the steps of one part share. */
  dir: string;
  /** A hundredth of the size, to see that everything runs; the figures then mean nothing. */
  small: boolean;
  say(text: string): void;
}

/** One part of the bench. Each step runs in a process of its own, so that memory and caches of one do not help the next. */
export interface BenchPart {
  name: string;
  steps: ((given: StepGiven) => Promise<Figure[]>)[];
}
