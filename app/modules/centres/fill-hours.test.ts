import { expect, test } from 'vitest';
import { fillHours } from './fill-hours.ts';

test('an empty week stays empty', () => {
  expect(fillHours({ 'name.en': 'Main' }, 1)).toEqual({ 'name.en': 'Main' });
});

test('the first day with hours fills the five days from it, and days with hours of their own keep them', () => {
  const filled = fillHours(
    {
      'hours.d1.from1': '09:00',
      'hours.d1.to1': '17:00',
      'hours.d3.from1': '10:00',
      'hours.d3.to1': '14:00',
    },
    1,
  );
  expect(filled).toMatchObject({
    'hours.d2.from1': '09:00',
    'hours.d3.from1': '10:00',
    'hours.d5.to1': '17:00',
  });
  expect(filled).not.toHaveProperty('hours.d6.from1');
});

test('a week that begins on Saturday fills Saturday to Wednesday', () => {
  const filled = fillHours({ 'hours.d6.from1': '08:00', 'hours.d6.to1': '16:00' }, 6);
  expect(filled).toMatchObject({ 'hours.d0.from1': '08:00', 'hours.d3.to1': '16:00' });
  expect(filled).not.toHaveProperty('hours.d4.from1');
});
