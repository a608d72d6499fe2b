import { toIsoDay } from './calendar.ts';
import { toAsciiDigits } from './digits.ts';
import type { CalendarName } from './interface-languages.ts';

const locales = ['en', 'en-GB', 'ar', 'ar-JO', 'fa-AF', 'fa-IR', 'ur', 'bn', 'ps', 'tg', 'am'];
const tables = new Map<CalendarName, [name: string, month: number][]>();

/** "12 March 1990" and "۵ حمل ۱۳۷۰" become numbers; text without a known month name stays as it was. */
export function replaceMonthNames(text: string, calendar: CalendarName): string {
  const plain = fold(toAsciiDigits(text));
  if (!/\p{L}/u.test(plain)) return plain;
  for (const [name, month] of tableOf(calendar)) {
    const at = plain.indexOf(name);
    if (at < 0) continue;
    const before = plain.slice(0, at);
    const after = plain.slice(at + name.length);
    if (/\p{L}$/u.test(before) || /^\p{L}/u.test(after)) continue;
    const [first, second] = [before, after].map((side) => side.replaceAll(/[^\d]+/g, ' ').trim());
    // "March 12, 1990": the day follows the name; put the month where day-month-year expects it.
    if (first === '' && second !== undefined && second.includes(' ')) {
      const [day, year] = second.split(' ');
      return `${day} ${month} ${year}`;
    }
    return [first, String(month), second].filter(Boolean).join(' ');
  }
  return plain;
}

/** Longest names first, so that "جمادى الآخرة" is not taken for a shorter one. */
function tableOf(calendar: CalendarName): [string, number][] {
  let table = tables.get(calendar);
  if (table === undefined) {
    const found = new Map<string, number>();
    const year = {
      gregory: 2001,
      persian: 1380,
      'islamic-umalqura': 1422,
      'islamic-civil': 1422,
      ethiopic: 1993,
    };
    for (let month = 1; month <= 13; month++) {
      const isoDay =
        month === 13 && calendar !== 'ethiopic'
          ? undefined
          : toIsoDay(calendar, { year: year[calendar], month, day: 2 });
      if (isoDay === undefined) continue;
      for (const locale of locales) {
        for (const style of ['long', 'short'] as const) {
          // The month beside a day is inflected in some languages, alone it is not: accept both.
          for (const withDay of [true, false]) {
            const format = new Intl.DateTimeFormat(locale, {
              calendar,
              month: style,
              timeZone: 'UTC',
              ...(withDay ? { day: 'numeric' } : {}),
            });
            const part = format
              .formatToParts(new Date(`${isoDay}T12:00:00Z`))
              .find(({ type }) => type === 'month');
            const name = fold(part?.value ?? '').replace(/\.$/, '');
            if (/\p{L}/u.test(name) && !found.has(name)) found.set(name, month);
          }
        }
      }
    }
    table = [...found].toSorted(([a], [b]) => b.length - a.length);
    tables.set(calendar, table);
  }
  return table;
}

function fold(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('ي', 'ی')
    .replaceAll('ك', 'ک')
    .replaceAll('\u200C', '');
}
