import { expect, test } from 'vitest';
import { isProblem } from '#platform/problem.ts';
import { asList, hoursOfForm, siteOfForm } from './form-shapes.ts';

function fieldsOf(typed: unknown) {
  try {
    hoursOfForm(typed);
    return [];
  } catch (error) {
    return isProblem(error) ? error.fields : [error];
  }
}

test('half an opening, a time that is none, and an evening before the morning are named where they stand', () => {
  expect(fieldsOf({ d1: { from1: '09:00' } })).toEqual([{ path: 'hours.d1.to1', code: 'required' }]);
  expect(fieldsOf({ d1: { from1: 'nine', to1: '17:00' } })).toEqual([
    { path: 'hours.d1.from1', code: 'not-a-time' },
  ]);
  expect(fieldsOf({ d0: { from2: '17:00', to2: '14:00' } })).toEqual([
    { path: 'hours.d0.to2', code: 'time-order' },
  ]);
  expect(fieldsOf({ d3: { from1: '09:00', to1: '13:00', from2: '12:30', to2: '16:00' } })).toEqual([
    { path: 'hours.d3.to2', code: 'times-overlap' },
  ]);
});

test('blank days are closed, and a break makes two openings', () => {
  expect(hoursOfForm(undefined)).toEqual([]);
  expect(hoursOfForm({ d1: { from1: '9', to1: '12:30', from2: '13:30', to2: '17' } })).toEqual([
    { day: 1, from: '09:00', to: '12:30' },
    { day: 1, from: '13:30', to: '17:00' },
  ]);
});

test('one ticked box is a list too', () => {
  expect(asList('ar')).toEqual(['ar']);
  expect(asList(['ar', 'en'])).toEqual(['ar', 'en']);
  expect(asList(undefined)).toEqual([]);
});

test('an answer that was not given stays open', () => {
  expect(siteOfForm({ type: 'main' })).not.toHaveProperty('accessible');
  expect(siteOfForm({ type: 'main', accessible: 'no' })).toMatchObject({
    accessible: false,
    addressHidden: false,
    languages: [],
  });
});
