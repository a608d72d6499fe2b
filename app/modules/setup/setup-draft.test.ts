import { expect, test } from 'vitest';
import { mayShowStep, openStep, type SetupDraft, stepAfter, stepBefore } from './setup-draft.ts';

test('nobody can go further than the first step without an answer', () => {
  const draft: SetupDraft = { language: 'ar' };
  expect(openStep(draft)).toBe('centre');
  expect(mayShowStep(draft, 'coordinator')).toBe(false);
  expect(mayShowStep(draft, 'centre')).toBe(true);
  expect(mayShowStep(draft, 'language')).toBe(true);
});

test('an empty list of sites is no answer', () => {
  expect(openStep({ language: 'en', profile: {} as never, sites: [] })).toBe('sites');
});

test('steps lead to each other in order', () => {
  expect(stepBefore('language')).toBeUndefined();
  expect(stepAfter('language')).toBe('centre');
  expect(stepAfter('recovery')).toBeUndefined();
});
