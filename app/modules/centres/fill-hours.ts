import { openingsPerDay, timeName } from './form-shapes.ts';
import { weekFrom } from './opening-hours.ts';

type Values = Record<string, string | string[]>;

const workingDays = 5;

/**
 * The first day of the week that has hours, repeated up to five days from it; days that have hours of their own
 * keep them. For the grid's button, which works without script.
 */
export function fillHours(values: Values, weekStart: number): Values {
  const names = (day: ReturnType<typeof weekFrom>[number]) =>
    openingsPerDay.flatMap((opening) => [timeName(day, 'from', opening), timeName(day, 'to', opening)]);
  const week = weekFrom(weekStart);
  const hasHours = (day: (typeof week)[number]) => names(day).some((name) => values[name]);
  const first = week.find(hasHours);
  if (first === undefined) return values;
  const filled = { ...values };
  const pattern = names(first).map((name) => values[name] ?? '');
  for (const day of week.slice(week.indexOf(first), week.indexOf(first) + workingDays)) {
    if (hasHours(day)) continue;
    for (const [at, name] of names(day).entries()) filled[name] = pattern[at] ?? '';
  }
  return filled;
}
