import { expect, it } from 'vitest';
import { matching } from './combo-state.ts';

const options = [
  { value: 'wages', label: 'Unpaid wages', words: 'salary money' },
  { value: 'passport', label: 'Passport withheld' },
  { value: 'return', label: 'Return options' },
  { value: 'ar', label: 'إعادة الجواز' },
];
const found = (typed: string) => matching(options, typed).map((option) => option.value);

it('finds nothing for letters that are in no word', () => expect(found('zz')).toEqual([]));
it('shows all when nothing was typed', () => expect(found(' ')).toHaveLength(4));
it('puts labels that begin with the letters before words that do', () =>
  expect(found('pa')).toEqual(['passport', 'wages']));
it('finds by other words for the same thing', () => expect(found('sal')).toEqual(['wages']));
it('takes the forms of one Arabic letter for the same', () => expect(found('اعاده')).toEqual(['ar']));
