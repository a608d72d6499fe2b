import type { CellDate } from './table.ts';

const dayMs = 86_400_000;

/** Number formats that every program knows by number and that show a date or a time. */
const builtIn = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
] as const;

/**
 * A serial number of a spreadsheet as a calendar day. In the system that counts from 1900 the day 60 is 29 February 1900,
 * which never was (an error that Lotus 1-2-3 made and everybody keeps): before it the count is one day behind.
 * A number below one is a time of day without a day, and comes as text.
 * @returns undefined for what is no day between 1900 and 9999
 */
export function dateOfSerial(serial: number, from1904: boolean): CellDate | string | undefined {
  if (!Number.isFinite(serial) || serial < 0) return undefined;
  // To the second, so that 23:59:59.9999 of a rounded float is the next midnight.
  const seconds = Math.round(serial * 86_400);
  const day = Math.floor(seconds / 86_400);
  const time = timeOf(seconds - day * 86_400);
  if (day === 0 && (time !== '00:00:00' || !from1904)) return time;
  if (!from1904 && day === 60) return undefined;
  const base = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, day < 60 ? 31 : 30);
  const moment = new Date(base + day * dayMs);
  if (Number.isNaN(moment.getTime()) || moment.getUTCFullYear() > 9999) return undefined;
  const date = moment.toISOString().slice(0, 10);
  return { date: time === '00:00:00' ? date : `${date}T${time}` };
}

/** The serial number of a day since 1 March 1900; undefined for what a spreadsheet cannot hold as a date. */
export function serialOfDate({ date }: CellDate): number | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2}))?)?$/.exec(date);
  if (!match) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match
    .slice(1)
    .map((part) => Number(part ?? 0));
  const moment = Date.UTC(year, month - 1, day, hour, minute, second);
  const valid = new Date(moment).toISOString().startsWith(date.slice(0, 10));
  if (!valid || moment < Date.UTC(1900, 2, 1)) return undefined;
  return (moment - Date.UTC(1899, 11, 30)) / dayMs;
}

/** Whether a number format shows a date or a time. Ids and formats as in ECMA-376, 18.8.30. */
export function isDateFormat(id: number, code: string | undefined): boolean {
  if (code === undefined) return builtIn.some(([first, last]) => id >= first && id <= last);
  const bare = code
    .replace(/"[^"]*"/g, '')
    .replace(/\\./g, '')
    .replace(/_./g, '')
    .replace(/\*./g, '')
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
    .split(';')[0];
  return /[ymdhs]/i.test(bare ?? '') && !/general/i.test(bare ?? '');
}

const timeOf = (seconds: number): string =>
  [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');
