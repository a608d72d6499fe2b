import { join } from 'node:path';
import { programDir } from '#platform/program-dir.server.ts';
import { Problem } from '#platform/problem.ts';
import { isBuildStale } from '../../scripts/fresh-build.ts';
import { runProgram } from '../../scripts/run-program.ts';

/**
 * Builds the pages when they are missing or older than their sources.
 * @throws Problem `build.failed`, with the end of what the build said
 */
export async function ensureBuild(onStart: () => void): Promise<void> {
  if (!isBuildStale(programDir)) return;
  onStart();
  const { code, output } = await runProgram(process.execPath, [join(programDir, 'scripts/build.ts')], {
    cwd: programDir,
  });
  if (code === 0) return;
  throw Object.assign(new Problem('build.failed', 500), {
    logLines: output.trimEnd().split('\n').slice(-20),
  });
}
