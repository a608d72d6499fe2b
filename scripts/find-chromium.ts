import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { runProgram } from './run-program.ts';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

/** The browser of this machine: CHROME_PATH, else the first of the usual names on the PATH. */
export function findChromium(env: Record<string, string | undefined> = process.env): string | undefined {
  const named = env['CHROME_PATH'];
  if (named) return isProgram(named) ? named : undefined;
  const folders = [
    ...(env['PATH'] ?? '').split(delimiter),
    '/usr/bin',
    '/usr/local/bin',
    '/snap/bin',
    '/opt/google/chrome',
  ];
  return folders
    .filter((folder) => folder !== '')
    .flatMap((folder) => names.map((name) => join(folder, name)))
    .find(isProgram);
}

/**
 * Finds a browser or installs the distribution's. @throws with what to do, because a run without a browser
 * has not looked at a single page
 */
export async function requireChromium(root: string): Promise<string> {
  const found = findChromium();
  if (found) return found;
  if (process.env['CHROME_PATH'])
    throw new Error(`CHROME_PATH is ${process.env['CHROME_PATH']}, and no program is there.`);
  if (existsSync('/usr/bin/apt-get')) {
    console.log('No Chromium here: installing the distribution’s …');
    const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
    const install = async (...args: string[]) => {
      const [program = '', ...rest] = [
        ...asRoot,
        'env',
        'DEBIAN_FRONTEND=noninteractive',
        'apt-get',
        ...args,
      ];
      return runProgram(program, rest, { cwd: root, limit: 10 * 60_000 }).catch(() => undefined);
    };
    await install('update');
    const end = await install('install', '-y', '--no-install-recommends', 'chromium');
    const installed = findChromium();
    if (installed) return installed;
    if (end) console.log(end.output.trimEnd().split('\n').slice(-5).join('\n'));
  }
  throw new Error(
    'The browser tests need Chromium, and it could not be installed from here. Install it ' +
      '(Debian, Ubuntu: apt-get install chromium) or set CHROME_PATH to a Chrome or Chromium, then run the tests again.',
  );
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
