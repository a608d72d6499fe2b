import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Check } from '../check.ts';
import { readAsvsRows } from './asvs-rows.ts';
import { judgeAsvs } from './judge-asvs.ts';

/** What is claimed of the security standard can be shown. */
export const asvs: Check = {
  name: 'asvs',
  find(root) {
    const rows = readAsvsRows(root);
    const texts = new Map<string, string | undefined>();
    const read = (path: string) => {
      const file = join(root, path);
      if (!texts.has(path))
        texts.set(
          path,
          statSync(file, { throwIfNoEntry: false })?.isFile() ? readFileSync(file, 'utf8') : undefined,
        );
      return texts.get(path);
    };
    return { looked: `${rows.length} requirements`, faults: judgeAsvs(rows, read) };
  },
};
