import { expect, test } from 'vitest';
import { factOfForm } from './fact-form.ts';

test('what is no number stays as it was typed, so that its field is named', () => {
  expect(factOfForm({ value: 'about five' })).toMatchObject({ value: 'aboutfive' });
  expect(factOfForm({})).toEqual({ value: undefined, valueTo: undefined, sourceDate: undefined });
});

test('numbers are understood in every script and with marks between thousands', () => {
  expect(factOfForm({ value: '١٬٥٠٠٫٥', valueTo: '2,000', sourceDate: '۲۰۲۱-۰۶' })).toEqual({
    value: '1500.5',
    valueTo: '2000',
    sourceDate: '2021-06',
  });
});

test('the answer on substance becomes yes or no, and the version a number', () => {
  expect(factOfForm({ version: '3', substance: 'no' })).toMatchObject({ version: 3, substance: false });
});
