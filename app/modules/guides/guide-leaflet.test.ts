import { expect, it } from 'vitest';
import type { FactView } from '#modules/facts/index.server.ts';
import { createTranslators } from '#platform/language/translators.server.ts';
import { guideLeaflet, type LeafletInput } from './guide-leaflet.ts';
import { parseBody } from './parse-body.ts';

const translators = createTranslators({ dir: new URL('../../../locales', import.meta.url).pathname });

const fee: FactView = {
  code: 'fee',
  kind: 'fee',
  statement: 'The stamp.',
  statementLanguage: 'en',
  statementIsDraft: false,
  value: '500',
  unit: 'PKR',
  source: { title: 'Office of Stamps', date: '2021' },
  confidence: 'official',
  isOverdue: false,
  conflicts: [{ code: 'line', note: 'Two lists differ.' }],
  version: 1,
};
const line: FactView = {
  ...fee,
  code: 'line',
  kind: 'phone',
  value: undefined,
  text: '+92 21 111',
  conflicts: [],
};

function leaflet(markdown: string, change: Partial<LeafletInput> = {}) {
  return guideLeaflet({
    text: {
      title: 'Papers',
      summary: 'Short.',
      blocks: parseBody(markdown),
      isChecked: true,
      isFallback: false,
    },
    facts: (code) => [fee, line].find((fact) => fact.code === code),
    url: 'https://centre.example/en/guides/papers',
    centre: { name: 'Riverside Centre', phone: '+93 700 555 012' },
    verifiedOn: '2026-11-01',
    isOverdue: false,
    language: 'en',
    texts: translators.for('en', 'guide-body'),
    ...change,
  });
}

it('a fact that is gone asks the reader to ask, and is never blank', () => {
  expect(leaflet('::fact[gone]').blocks).toEqual([
    { kind: 'fact', isAddress: false, statement: expect.stringContaining('Ask us'), marks: [] },
  ]);
  expect(leaflet('a :fact[gone]').blocks[0]).toMatchObject({ runs: [{ text: 'a ' }, { text: '(ask us)' }] });
});

it('a fact carries its value, source and year, and everything that is not certain', () => {
  expect(leaflet('::fact[fee]').blocks[0]).toMatchObject({
    value: 'PKR 500',
    source: { label: 'Source', title: 'Office of Stamps', date: '2021' },
    marks: [
      'Sources differ: ask us. Another source says +92 21 111.',
      'Two lists differ.',
      expect.stringContaining('Check before you rely on it'),
    ],
  });
});

it('paper cannot be tapped: addresses follow their words, numbers are read from left to right', () => {
  const [block] = leaflet(
    '[The office](https://www.office.example/) [+92 21 111](<tel:+92 21 111>) [page](page:x)',
  ).blocks;
  expect(block).toMatchObject({
    runs: [
      { text: 'The office' },
      { text: ' (' },
      { text: 'office.example', fence: 'ltr' },
      { text: ')' },
      { text: ' ' },
      { text: '+92 21 111', fence: 'ltr' },
      { text: ' ' },
      { text: 'page' },
    ],
  });
});

it('says when it is a draft, the original instead of a translation, or overdue', () => {
  const text = { title: 'T', summary: 'S', blocks: [], isChecked: false, isFallback: true };
  expect(leaflet('', { text }).notes).toHaveLength(2);
  expect(leaflet('').notes).toEqual([]);
  expect(leaflet('').checked).toBe('Read through on 1 November 2026');
  expect(leaflet('', { isOverdue: true }).checked).toContain('Ask us');
});

it('checklists carry step and condition, our centre what it shows', () => {
  const typed = ':::checklist\n- Letter :for{route=state} :at[visa]\n:::\n\n::centre';
  expect(leaflet(typed).blocks).toMatchObject([
    {
      kind: 'checklist',
      items: [{ notes: ['Needed for: visa', 'Only if: you go through the state corporation'] }],
    },
    { kind: 'contact', title: [{ text: 'Riverside Centre' }], children: [{ kind: 'paragraph' }] },
  ]);
});
