import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { asvs } from './asvs.ts';
import { asvsPage } from './asvs-page.ts';
import { type AsvsRow, readAsvsRows } from './asvs-rows.ts';
import { judgeAsvs } from './judge-asvs.ts';

const root = resolve(import.meta.dirname, '../..');
const rows = readAsvsRows(root);
const files: Record<string, string> = {
  'a.test.ts': "test('a door is shut', …",
  'b.md': '# Keys\n\n## What it does not protect from\n',
};
const row = (over: Partial<AsvsRow>): AsvsRow => ({
  id: 'V1.1.1',
  level: 2,
  about: 'doors',
  state: 'met',
  note: '',
  evidence: ['a.test.ts :: a door is shut'],
  ...over,
});
const judge = (over: Partial<AsvsRow>) =>
  judgeAsvs([row(over)], (path) => files[path]).filter((fault) => !/rows of/.test(fault));

describe('planted: the check turns red for', () => {
  test.each([
    ['a claim without evidence', { evidence: [] }],
    ['a test that is not there', { evidence: ['a.test.ts :: a window is shut'] }],
    ['a file that is not there', { evidence: ['c.test.ts :: a door is shut'] }],
    ['a heading that is not there', { evidence: ['b.md#locks'] }],
    ['a state that is none', { state: 'nearly' as 'met' }],
    ['a gap without a reason', { state: 'open' as const, evidence: [] }],
    ['no word of what it is about', { about: '' }],
  ])('%s', (_, over) => {
    expect(judge(over)).toHaveLength(1);
  });

  test('a requirement that is missing, and one that is named twice', () => {
    const judged = judgeAsvs([...rows.slice(1), rows[40] as AsvsRow], () => undefined);
    expect(judged.filter((fault) => /rows of|named twice/.test(fault)).length).toBeGreaterThanOrEqual(2);
  });
});

test('a sound row passes, with a test, with a heading, and when it does not apply', () => {
  expect(judge({})).toEqual([]);
  expect(judge({ evidence: ['b.md#what-it-does-not-protect-from'] })).toEqual([]);
  expect(judge({ state: 'none', note: 'there is no such thing here', evidence: [] })).toEqual([]);
});

test('what the house claims can be shown', async () => {
  expect((await asvs.find(root)).faults).toEqual([]);
});

test('the page counts every row once', () => {
  const page = asvsPage(rows);
  for (const { id } of rows) expect(page.split(`| ${id} |`)).toHaveLength(2);
});

/** The standard itself, where it lies beside the project. */
const standard = join(root, '../shared/standards/asvs/asvs5.csv');
test.runIf(existsSync(standard))('the rows are those of the standard, level by level', () => {
  const lines: Record<string, string>[] = parse(readFileSync(standard, 'utf8'), {
    columns: true,
    bom: true,
    skip_empty_lines: true,
  });
  const wanted = lines.flatMap(({ req_id, L }) => (L === '3' ? [] : [`${req_id} ${L}`]));
  expect(rows.map(({ id, level }) => `${id} ${level}`)).toEqual(wanted);
});
