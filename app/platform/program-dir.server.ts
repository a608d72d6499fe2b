import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the program: migrations, locales, fonts are found from here, in the sources and in the built bundle. */
export const programDir = findProgramDir();

function findProgramDir(): string {
  let folder = fileURLToPath(new URL('.', import.meta.url));
  while (!existsSync(join(folder, 'migrations', 'main'))) {
    const parent = resolve(folder, '..');
    if (parent === folder) throw new Error('the folder of the program was not found');
    folder = parent;
  }
  return folder;
}
