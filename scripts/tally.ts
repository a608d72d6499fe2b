/** What a runner counted. */
export interface Tally {
  passed: number;
  failed: number;
  skipped: number;
}

export const emptyTally: Tally = { passed: 0, failed: 0, skipped: 0 };

export const addTallies = (tallies: readonly Tally[]): Tally =>
  tallies.reduce(
    (sum, each) => ({
      passed: sum.passed + each.passed,
      failed: sum.failed + each.failed,
      skipped: sum.skipped + each.skipped,
    }),
    emptyTally,
  );

/** The closing line of a run, which other programs read: alone on its line. */
export function closingLine({ passed, failed, skipped }: Tally): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

export interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: {
    /** The file, as a whole path. */
    name: string;
    status: string;
    assertionResults: { status: string; fullName: string }[];
  }[];
}

/** What failed, by file and by name: `file: name`, or the file alone when it broke outside of its tests. */
export interface Failures {
  files: string[];
  lines: string[];
}

export function failuresOf(report: VitestReport): Failures {
  const broken = report.testResults.filter(({ status }) => status === 'failed');
  return {
    files: broken.map(({ name }) => name),
    lines: broken.flatMap(({ name, assertionResults }) => {
      const failed = assertionResults.filter(({ status }) => status === 'failed');
      return failed.length === 0 ? [name] : failed.map(({ fullName }) => `${name}: ${fullName}`);
    }),
  };
}

/**
 * Counts a report of Vitest. A file that could not be loaded, a hook that broke, and a run that ended badly
 * without a failed test (an error outside of tests) count as failed too: nothing that went wrong is left out.
 */
export function tallyReport(report: VitestReport, exitCode: number | null): Tally {
  const brokenFiles = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((each) => each.status === 'failed'),
  ).length;
  const failed = report.numFailedTests + brokenFiles;
  return {
    passed: report.numPassedTests,
    failed: failed === 0 && exitCode !== 0 ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}
