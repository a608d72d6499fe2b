import { expect, test } from 'vitest';
import { centreSettings, checkSetting, settingNames, settingOf } from './centre-settings.ts';

test('every default lies inside its own range', () => {
  for (const name of settingNames)
    expect([name, checkSetting(name, centreSettings[name].default)]).toEqual([name, undefined]);
});

test('a value out of range, of another type or unknown is refused with what would be right', () => {
  expect(checkSetting('retention.case-years', 0)).toEqual({
    code: 'number-range',
    params: { min: 1, max: 30 },
  });
  expect(checkSetting('retention.case-years', '5')).toMatchObject({ code: 'number-range' });
  expect(checkSetting('calendar.week-start', '3')).toEqual({ code: 'choose-one' });
  expect(checkSetting('card.show-phone', 'yes')).toEqual({ code: 'choose-one' });
  expect(checkSetting('desk.ticket-prefix', '=1')).toMatchObject({ code: 'not-valid' });
  expect(checkSetting('card.neutral-name', 'x'.repeat(61))).toMatchObject({ code: 'too-long' });
});

test('a stored value that is no longer allowed gives way to the default', () => {
  expect(settingOf({ 'follow-up.first-days': 45 }, 'follow-up.first-days')).toBe(45);
  expect(settingOf({ 'follow-up.first-days': 9000 }, 'follow-up.first-days')).toBe(30);
  expect(settingOf(undefined, 'figures.small-cell')).toBe(5);
});
