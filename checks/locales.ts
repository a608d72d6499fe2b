import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { checkLocales } from '#platform/language/check-locales.ts';
import type { Check } from './check.ts';

/** Every text in every language that its readers need. The rule itself has its tests beside it in the platform. */
export const locales: Check = {
  name: 'languages',
  find(root) {
    const folder = join(root, 'locales');
    const files = readdirSync(folder, { recursive: true }).filter((name) => String(name).endsWith('.json'));
    return { looked: `${files.length} files`, faults: checkLocales(folder) };
  },
};
