import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The folder that holds package.json, `locales/` and `node_modules/`. Looked for upwards, because
 * this file runs both as source and from inside the server bundle.
 */
export function findProjectRoot(from: string = dirname(fileURLToPath(import.meta.url))): string {
  for (let folder = from; ; folder = dirname(folder)) {
    const manifest = join(folder, 'package.json');
    if (existsSync(manifest)) {
      const { name }: { name?: unknown } = JSON.parse(readFileSync(manifest, 'utf8'));
      if (name === 'serai') return folder;
    }
    if (dirname(folder) === folder) throw new Error(`No Serai folder at or above ${from}.`);
  }
}
