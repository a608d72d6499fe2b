import { join } from 'node:path';
import { expect, test } from 'vitest';
import { programDir } from '#platform/house.server.ts';
import { createTranslators } from '#platform/language/translators.server.ts';
import type { Web } from '#platform/web/web-context.ts';
import { filterWords } from './filter-words.ts';
import { listWords } from './list-words.server.ts';

const translators = createTranslators({ dir: join(programDir, 'locales'), onMissing: () => {} });
const web = { language: 'en', t: (space: string) => translators.for('en', [space]) } as unknown as Web;
const inWords = (filter: Record<string, string>) =>
  filterWords('contacts', filter, { ...listWords(web), reader: 'en' }, {});

test.each(['x', '2026-13-99', '0000-00-00', '%00', '__proto__', '{}', '9'.repeat(40)])(
  'what was typed into an address as %j breaks no list',
  (typed) => {
    for (const name of ['from', 'to', 'language', 'nationality', 'corridorTo', 'sex', 'topic', 'who', 'site'])
      expect(inWords({ [name]: typed })).toHaveLength(1);
  },
);

test('a filter is said in words', () => {
  expect(inWords({ from: '2026-03-01', language: 'ur', nationality: 'AF' })).toEqual([
    expect.stringContaining('2026'),
    expect.stringContaining('Urdu'),
    expect.stringContaining('Afghanistan'),
  ]);
});
