import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { problemNamespaces } from './describe-problem.server.ts';

test('wherever words of problems stand, they are looked for', () => {
  const folder = resolve(import.meta.dirname, '../../../locales/en');
  const withProblems = readdirSync(folder)
    .filter((file) => {
      const texts: unknown = JSON.parse(readFileSync(join(folder, file), 'utf8'));
      return typeof texts === 'object' && texts !== null && ('problem' in texts || isFields(texts));
    })
    .map((file) => file.replace('.json', ''))
    .filter((name) => name !== 'cli');
  expect(withProblems.filter((name) => !problemNamespaces.includes(name))).toEqual([]);
});

const isFields = (texts: object): boolean => 'field' in texts && typeof texts.field === 'object';
