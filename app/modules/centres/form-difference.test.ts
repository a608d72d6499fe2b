import { expect, test } from 'vitest';
import { differencesOf } from './form-difference.ts';

test('only what differs is shown, the version never, and the order of ticks does not count', () => {
  const saved = { version: '3', 'name.en': 'Gate', languages: ['ar', 'en'], phone: '+961 1 555 010' };
  const typed = { version: '2', 'name.en': 'Gate House', languages: ['en', 'ar'] };
  expect(differencesOf(saved, typed)).toEqual([
    { name: 'name.en', saved: 'Gate', typed: 'Gate House' },
    { name: 'phone', saved: '+961 1 555 010', typed: '' },
  ]);
});
