import { expect, test } from 'vitest';
import { staleDocs } from './fresh-docs.ts';

const docs = new Map([
  ['docs/a.md', 'new'],
  ['docs/b.md', 'same'],
]);

test('a page that says something old, or is missing, is named', () => {
  expect(staleDocs(docs, (path) => (path === 'docs/b.md' ? 'same' : 'old'))).toEqual([
    expect.stringMatching(/^docs\/a\.md is out of date/),
  ]);
  expect(staleDocs(docs, () => undefined)).toHaveLength(2);
});

test('pages that say what the program is pass', () => {
  expect(staleDocs(docs, (path) => docs.get(path))).toEqual([]);
});
