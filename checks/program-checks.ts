import { programCheck } from './program-check.ts';

const count = (pattern: RegExp, what: string) => (output: string) => {
  const found = pattern.exec(output)?.[1];
  return found === undefined ? undefined : `${found} ${what}`;
};

export const format = programCheck({
  name: 'format',
  program: '@biomejs/biome/bin/biome',
  args: ['format', '--max-diagnostics=none', '--reporter=summary', '.'],
  looked: count(/Checked (\d+) files/, 'files'),
  isFault: (line) => /^\s+- \S+\.\w+$/.test(line),
});

export const lint = programCheck({
  name: 'lint',
  program: 'oxlint/bin/oxlint',
  args: ['--type-aware', '--format=unix', '--deny-warnings'],
  looked: count(/on (\d+) files/, 'files'),
  isFault: (line) => /^\S+:\d+:\d+: /.test(line),
});

export const types = programCheck({
  name: 'types',
  program: 'typescript/bin/tsc',
  args: ['--noEmit', '--pretty', 'false', '--project', '.'],
  looked: () => undefined,
  isFault: (line) => /error TS\d+/.test(line),
});

export const imports = programCheck({
  name: 'imports',
  program: 'dependency-cruiser/bin/dependency-cruise.mjs',
  args: [
    'app',
    'server',
    'bin',
    'scripts',
    'checks',
    'e2e',
    'bench',
    '--config',
    '.dependency-cruiser.cjs',
    '--output-type',
    'err-long',
  ],
  looked: count(/(\d+) dependencies cruised/, 'imports'),
  isFault: (line) => /^\s*error /.test(line),
});

export const deadCode = programCheck({
  name: 'dead code',
  program: 'knip/bin/knip.js',
  args: ['--no-progress', '--reporter=compact'],
  looked: () => undefined,
  isFault: (line) => /^\S+.*: |^\S+\.(ts|tsx|css)$/.test(line),
});
