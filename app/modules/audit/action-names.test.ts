import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { permissions } from '#app/permissions.ts';
import { composePolicy } from '#platform/policy/policy.ts';

type Names = Record<string, Record<string, { name?: string; did?: string }>>;

const namesIn = (language: string): Names =>
  (
    JSON.parse(readFileSync(new URL(`../../../locales/${language}/audit.json`, import.meta.url), 'utf8')) as {
      actions: Names;
    }
  ).actions;

test.each(['en', 'ar', 'fa-AF'])('every action of the house can be told in words in %s', (language) => {
  const names = namesIn(language);
  const unnamed = composePolicy(permissions)
    .actions()
    .filter((action) => {
      const [noun = '', verb = ''] = action.split('.');
      return !names[noun]?.[verb]?.name || !names[noun][verb].did;
    });
  expect(unnamed).toEqual([]);
});
