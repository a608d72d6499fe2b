import { expect, test } from 'vitest';
import { foldedWords, soundTerm } from './search-words.ts';

const sound = (word: string) => soundTerm(foldedWords(word)[0] ?? '');

test('nothing comes out of signs, controls and lone halves of letters', () => {
  expect(foldedWords('?!  —\u202e\ud800 ***')).toEqual([]);
});

test.each([
  ['PASSPORT', 'passport'],
  ['کفالت', 'كفالت'],
  ['إقامة', 'اقامه'],
  ['صَفْحَة', 'صفحه'],
  ['ёлка', 'елка'],
  ['৫০০', '500'],
  ['۵۰۰', '500'],
  ['٥٠٠', '500'],
])('%s is the same word as %s', (typed, other) => {
  expect(foldedWords(typed)).toEqual(foldedWords(other));
});

test.each([
  ['kafalat', 'کفالت'],
  ['safarat', 'سفارت'],
  ['pasport', 'পাসপোর্ট'],
  ['pasport', 'паспорт'],
  ['tankhwah', 'تنخواہ'],
])('%s sounds like %s', (latin, written) => {
  expect(sound(latin)).toBeDefined();
  expect(sound(latin)).toBe(sound(written));
});

test('short words do not sound like half the dictionary', () => {
  expect(sound('pay')).toBeUndefined();
  expect(sound('ቪዛ')).toBeUndefined();
});
