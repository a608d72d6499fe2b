import { expect, test } from 'vitest';
import { hasFaults, translationFaults } from './translation-faults.ts';

test('a fact, a link or a warning that was lost on the way is told', () => {
  expect(translationFaults('It costs :fact[fee], see [here](page:costs).', 'كلفته معروفة.')).toMatchObject({
    missingFacts: ['fee'],
    missingPages: ['costs'],
  });
  expect(translationFaults(':::warning\nStop\n:::', 'قف')).toMatchObject({ otherKind: 'warning' });
});

test('a faithful translation, and one not written yet, have no faults', () => {
  expect(hasFaults(translationFaults('It costs :fact[fee].', 'كلفته :fact[fee].'))).toBe(false);
  expect(hasFaults(translationFaults('::fact[fee]', ''))).toBe(false);
});
