import { expect, test } from 'vitest';
import { createTranslatorsFrom, type MissingText } from './translators.ts';

const texts = {
  en: {
    common: {
      hello: 'Hello {{name}}',
      only: 'English only',
      days_one: '{{count}} day',
      days_other: '{{count}} days',
    },
    contacts: { topic: { wages: 'Unpaid wages' } },
  },
  ar: {
    common: {
      hello: 'مرحبًا {{name}}',
      days_two: 'يومان',
      days_few: '{{count}} أيام',
      days_other: '{{count}} يوم',
    },
    contacts: { topic: { wages: 'أجور غير مدفوعة' } },
  },
};

test('a missing text falls back to English and is reported once', () => {
  const missing: MissingText[] = [];
  const t = createTranslatorsFrom(texts, { onMissing: (report) => missing.push(report) }).for('ar');
  expect(t('only')).toBe('English only');
  t('only');
  expect(missing).toEqual([{ language: 'ar', key: 'common:only', fellBack: true }]);
});

test('a text that nobody wrote is shown as its key and reported', () => {
  const missing: MissingText[] = [];
  const t = createTranslatorsFrom(texts, { onMissing: (report) => missing.push(report) }).for('en');
  expect(t('no.such')).toBe('no.such');
  expect(missing[0]?.fellBack).toBe(false);
});

test('an unknown language speaks English', () => {
  expect(createTranslatorsFrom(texts).for('xx')('hello', { name: 'Amal' })).toBe('Hello Amal');
});

test('what a person typed is never read as a template', () => {
  const t = createTranslatorsFrom(texts).for('en');
  expect(t('hello', { name: '$t(only) {{count}} <b>' })).toBe('Hello $t(only) {{count}} <b>');
});

test('values of the other direction are fenced unless that is switched off', () => {
  const t = createTranslatorsFrom(texts).for('ar');
  expect(t('hello', { name: 'Amal' })).toBe('مرحبًا \u2068Amal\u2069');
  const plain = createTranslatorsFrom(texts, { isolateValues: false }).for('ar');
  expect(plain('hello', { name: 'Amal' })).toBe('مرحبًا Amal');
});

test('plural forms and digits are those of the language', () => {
  const t = createTranslatorsFrom(texts).for('ar');
  expect([t('days', { count: 2 }), t('days', { count: 5 })]).toEqual(['يومان', '٥ أيام']);
});

test('another namespace is reached by its name', () => {
  const translators = createTranslatorsFrom(texts);
  expect(translators.for('ar')('contacts:topic.wages')).toBe('أجور غير مدفوعة');
  expect(translators.for('ar', ['contacts', 'common'])('topic.wages')).toBe('أجور غير مدفوعة');
});

test('a page gets its own namespaces, and English only for what is missing', () => {
  const subset = createTranslatorsFrom(texts).subset('ar', ['common']);
  expect(Object.keys(subset['ar'] ?? {})).toEqual(['common']);
  expect(subset['en']).toEqual({ common: { only: 'English only', days_one: '{{count}} day' } });
  expect(createTranslatorsFrom(subset).for('ar')('only')).toBe('English only');
});

test('a text says in which language it is read', () => {
  const translators = createTranslatorsFrom(texts);
  expect(translators.languageOf('ar', 'common:hello')).toBe('ar');
  expect(translators.languageOf('ar', 'common:only')).toBe('en');
  expect(translators.languageOf('xx', 'contacts:topic.wages')).toBe('en');
});
