import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Check } from './check.ts';
import { trackedFiles } from './tracked-files.ts';

/**
 * The project speaks of itself alone: of centres and people, not of the products and machines with which somebody
 * happened to write it. Digests, so that the list does not contain what it keeps out.
 */
const keptOut = new Set([
  'c857d09db23e6822',
  'c70eca6b0f88f44d',
  '60965168ce762e94',
  '7d3194f79e645c42',
  '3ea125d0bff386e6',
  '94a168d2da574b00',
  '487b91042c7cf27a',
  'de2187af3fb01170',
  '053ea4804ef1bb33',
  '57de4cf40144bdf7',
]);

/** Folders of one machine. The systemd unit and the guide speak of /var, /etc and /opt, which every machine has. */
const privatePath =
  /(?<![\w.~-])\/(?:work(?=\/)|Users|home\/(?!serai\b)[a-z]|root\/|tmp\/briefs)(?=[/\w])[^\s'"`)]*/;

const skipped = /(^package-lock\.json$|\.(png|jpg|pdf|ttf|woff2|csv|tsv|gz)$)/;

export const ownWords: Check = {
  name: 'own words',
  find(root) {
    const files = trackedFiles(root).filter((file) => !skipped.test(file));
    const faults = files.flatMap((file) =>
      foreignWords(readFileSync(join(root, file), 'utf8')).map(({ line, what }) => `${file}:${line} ${what}`),
    );
    return { looked: `${files.length} files`, faults };
  },
};

/** Lines that speak of something which is not the project. `digests` is for the test alone. */
export function foreignWords(
  text: string,
  digests: ReadonlySet<string> = keptOut,
): { line: number; what: string }[] {
  const found: { line: number; what: string }[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    const path = privatePath.exec(line)?.[0];
    if (path !== undefined) found.push({ line: index + 1, what: `names a folder of one machine, ${path}` });
    for (const word of line.toLowerCase().match(/[a-z]{3,12}/g) ?? []) {
      if (digests.has(digestOf(word)))
        found.push({ line: index + 1, what: 'names a product that wrote it, not what it does' });
    }
  }
  return found;
}

const known = new Map<string, string>();

export function digestOf(word: string): string {
  const before = known.get(word);
  if (before !== undefined) return before;
  const digest = createHash('sha256').update(word).digest('hex').slice(0, 16);
  known.set(word, digest);
  return digest;
}
