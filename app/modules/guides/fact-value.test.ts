import { expect, it } from 'vitest';
import { factUnits } from '#modules/facts/fact.ts';
import { createTranslators } from '#platform/language/translators.server.ts';
import { type FactValue, formatFactValue, formatSourceDate } from './fact-value.ts';

const translators = createTranslators({ dir: new URL('../../../locales', import.meta.url).pathname });
const write = (fact: FactValue, language: string) =>
  formatFactValue(fact, language, translators.for(language, 'guide-body'));

it('a rule without a value has none; what is no number stays as it is', () => {
  expect(write({ kind: 'rule' }, 'ar')).toBe('');
  expect(write({ kind: 'fee', value: 'about 5', unit: 'PKR' }, 'en')).toBe('PKR about 5');
});

it('money names its currency and keeps the places it was given', () => {
  const fee: FactValue = { kind: 'fee', value: '12500.50', unit: 'PKR' };
  expect(write(fee, 'en')).toBe('PKR 12,500.50');
  expect(write(fee, 'ar')).toBe('١٢٬٥٠٠٫٥٠ PKR');
  expect(write(fee, 'bn')).toBe('PKR ১২,৫০০.৫০');
  expect(write({ ...fee, value: '500', valueTo: '1500' }, 'ur')).toBe('PKR 500 سے 1500');
});

it.each(['en', 'ar', 'fa-AF', 'ur', 'bn'])('every unit has words in %s, for one and for many', (language) => {
  for (const unit of factUnits) {
    for (const value of ['0', '1', '2', '3', '11', '100', '1.5']) {
      expect(write({ kind: 'count', value, unit }, language)).not.toMatch(/unit\.|\{\{|[\u2066-\u2069]/u);
    }
  }
});

it('a web address is shown without its wrapping, a phone as it is written', () => {
  expect(write({ kind: 'web', text: 'https://www.office.example/' }, 'en')).toBe('office.example');
  expect(write({ kind: 'phone', text: '+92 21 111' }, 'ar')).toBe('+92 21 111');
});

it('a source keeps its own calendar, whether a year, a month or a day is known', () => {
  expect(formatSourceDate('2021', 'fa-AF')).toBe('۲۰۲۱');
  expect(formatSourceDate('2021-05', 'en')).toBe('May 2021');
  expect(formatSourceDate('2021-05-09', 'en')).toBe('9 May 2021');
  expect(formatSourceDate('2019-2023', 'en')).toBe('2019-2023');
  expect(formatSourceDate('2021-99-99', 'en')).toBe('2021-99-99');
});
