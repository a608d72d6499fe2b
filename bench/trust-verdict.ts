import type { TrustOutcome } from './trust/trust-check.ts';

/** How one run of a check ended, as its process told it, or as the frame saw it from outside. */
export interface TrustReport {
  check: string;
  unit: string;
  /** Cases asked for in this run, and what the night tier asks for. */
  asked: number;
  night: number;
  /** The fault that was planted; undefined for an honest run. */
  fault?: string;
  /** Undefined when the check crashed, was ended at its limit, or could not run here. */
  outcome?: TrustOutcome;
  /** Why there is no outcome. */
  broken?: string;
  seconds: number;
  /** The most memory that the check's process held, in MiB. Processes that it started are not in it. */
  memory: number;
}

/** An honest run is green only when everything asked for was done and nothing went against the promise. */
export function isGreen({ outcome, asked }: TrustReport): boolean {
  return outcome !== undefined && outcome.wrong === 0 && outcome.done >= asked && asked > 0;
}

/**
 * A planted fault is caught only when the check found cases against the promise. A check that merely crashed, or that did
 * less than asked, would also be red, but would have proven nothing about the fault.
 */
export function isCaught({ outcome }: TrustReport): boolean {
  return outcome !== undefined && outcome.wrong > 0;
}

export function verdictOf(report: TrustReport): 'green' | 'red' | 'caught' | 'MISSED' {
  if (report.fault !== undefined) return isCaught(report) ? 'caught' : 'MISSED';
  return isGreen(report) ? 'green' : 'red';
}

export const isAsItShould = (report: TrustReport): boolean => ['green', 'caught'].includes(verdictOf(report));

const head = ['', 'check', 'done of asked', 'wrong', 'aim', 'of night tier', 'seconds', 'memory'];

/** The lines of a table, the heading first. */
export function tableOf(reports: readonly TrustReport[]): string[][] {
  return [
    head,
    ...reports.map((report) => {
      const { check, unit, asked, night, fault, outcome, seconds, memory } = report;
      const done = outcome?.done ?? 0;
      return [
        verdictOf(report),
        fault === undefined ? check : `${check}, planted: ${fault}`,
        `${grouped(done)} of ${grouped(asked)}`,
        outcome ? grouped(outcome.wrong) : 'not run',
        fault === undefined ? `${grouped(night)} ${unit}, 0 wrong` : 'more than 0 wrong',
        fault === undefined ? shareOf(done, night) : '',
        seconds.toFixed(0),
        `${Math.round(memory)} MiB`,
      ];
    }),
  ];
}

/** What a report says besides its line in the table: figures, the first faults, why it is broken. */
export function remarksOf({ check, fault, outcome, broken }: TrustReport): string[] {
  const name = fault === undefined ? check : `${check}, planted ${fault}`;
  return [
    ...(broken === undefined ? [] : [`${name}: ${broken}`]),
    ...Object.entries(outcome?.figures ?? {}).map(([figure, value]) => `${name}: ${figure}: ${value}`),
    // The faults that a planted run finds are what it was planted for.
    ...(fault === undefined ? (outcome?.faults ?? []).slice(0, 20).map((line) => `${name}: ! ${line}`) : []),
  ];
}

export function alignTable(rows: readonly string[][]): string[] {
  const widths = head.map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

const grouped = (count: number): string => count.toLocaleString('en-GB');

function shareOf(done: number, night: number): string {
  const share = night === 0 ? 0 : done / night;
  return share >= 0.995 ? share.toFixed(0) : share.toPrecision(2);
}
