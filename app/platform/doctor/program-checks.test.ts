import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkProgram } from './program-checks.server.ts';
import { writeManifest } from './program-manifest.server.ts';

let root: string;
const put = (path: string, text: string) => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
};
const lock = (version: string, integrity: string) =>
  JSON.stringify({
    packages: {
      '': { version: '1' },
      'node_modules/one': { version, integrity },
      'node_modules/seen-in-tests': { version: '1.0.0', dev: true },
    },
  });

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'serai-program-'));
  chmodSync(root, 0o755);
  put('app/a.ts', 'a');
  put('build/server/main.js', 'main');
  put('node_modules/one/index.js', 'one');
  put('package-lock.json', lock('1.0.0', 'sha512-a'));
  put('node_modules/.package-lock.json', lock('1.0.0', 'sha512-a'));
  await writeManifest(root);
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const red = async () =>
  (await checkProgram(root))
    .filter(({ level }) => level !== 'ok')
    .map(({ check, level, code, params }) => [check, level, code, params?.['names']]);

test('a program as it was built is well, and has a fingerprint', async () => {
  expect(await red()).toEqual([]);
  expect((await checkProgram(root))[0]?.params?.['fingerprint']).toMatch(/^\w{4} \w{4} \w{4}$/);
});

test('a file or a package that is not what was built is named, also one that is new or gone', async () => {
  put('build/server/main.js', 'main and more');
  expect(await red()).toEqual([['program', 'danger', 'changed', 'build/server/main.js']]);
  await writeManifest(root);
  put('node_modules/one/more.js', 'x');
  expect(await red()).toEqual([['program', 'danger', 'changed', 'node_modules/one']]);
  await writeManifest(root);
  rmSync(join(root, 'app/a.ts'));
  expect(await red()).toEqual([['program', 'danger', 'changed', 'app/a.ts']]);
});

test('what does not run does not count', async () => {
  put('app/a.test.ts', 'b');
  put('node_modules/seen-in-tests/index.js', 'b');
  expect(await red()).toEqual([]);
});

test('a package of another version or content than the lock file names is named', async () => {
  for (const [version, integrity] of [
    ['1.0.1', 'sha512-a'],
    ['1.0.0', 'sha512-b'],
  ] as const) {
    put('node_modules/.package-lock.json', lock(version, integrity));
    expect(await red()).toEqual([['packages', 'danger', 'foreign', 'one']]);
  }
  put('node_modules/.package-lock.json', '{"packages":{}}');
  expect(await red()).toContainEqual(['packages', 'danger', 'foreign', 'one']);
});

test('a program to which everybody may write is dangerous, one without a list is not known', async () => {
  chmodSync(join(root, 'app'), 0o777);
  expect(await red()).toEqual([['programModes', 'danger', 'open', join(root, 'app')]]);
  chmodSync(join(root, 'app'), 0o755);
  rmSync(join(root, 'build/manifest.json'));
  expect(await red()).toEqual([['program', 'attention', 'noManifest', undefined]]);
});
