import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateDocs } from '../scripts/generated-docs.ts';
import type { Check } from './check.ts';

/** The generated pages say what the program is now. */
export const freshDocs: Check = {
  name: 'docs',
  async find(root) {
    const docs = await generateDocs(root);
    return { looked: `${docs.size} pages`, faults: staleDocs(docs, (path) => readIfThere(join(root, path))) };
  },
};

const readIfThere = (file: string): string | undefined =>
  existsSync(file) ? readFileSync(file, 'utf8') : undefined;

export function staleDocs(
  docs: ReadonlyMap<string, string>,
  read: (path: string) => string | undefined,
): string[] {
  return [...docs]
    .filter(([path, text]) => read(path) !== text)
    .map(([path]) => `${path} is out of date: run bin/node24 scripts/generate-docs.ts`);
}
