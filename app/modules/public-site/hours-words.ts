import { hourSpans, type OpeningHours } from '#modules/centres/index.tsx';
import { interfaceLanguage } from '#platform/language/interface-languages.ts';
import type { Translate } from '#platform/language/translators.ts';

/** Opening hours as people say them: "Sunday to Thursday", and from when to when. */
export interface HoursWords {
  days: string;
  times: string[];
}

/** @param t texts of the namespace `public` */
export function hoursInWords(hours: readonly OpeningHours[], language: string, t: Translate): HoursWords[] {
  const day = dayNames(language);
  const time = clock(language);
  return hourSpans(hours).map(({ first, last, times }) => ({
    days: first === last ? day(first) : t('hours.days', { first: day(first), last: day(last) }),
    times: times.map(({ from, to }) => t('hours.times', { from: time(from), to: time(to) })),
  }));
}

const locale = (language: string): string => `${language}-u-nu-${interfaceLanguage(language).digits}`;

/** Where the names in the system's data are learned ones that few readers use. From Sunday on. */
const spokenDays: Record<string, readonly string[]> = {
  ps: ['یکشنبه', 'دوشنبه', 'سه‌شنبه', 'چهارشنبه', 'پنجشنبه', 'جمعه', 'شنبه'],
};

function dayNames(language: string): (day: number) => string {
  const spoken = spokenDays[language];
  if (spoken) return (day) => spoken[day % 7] ?? '';
  const format = new Intl.DateTimeFormat(locale(language), { weekday: 'long', timeZone: 'UTC' });
  // 7 January 2024 was a Sunday.
  return (day) => format.format(new Date(Date.UTC(2024, 0, 7 + day)));
}

function clock(language: string): (time: string) => string {
  const format = new Intl.DateTimeFormat(locale(language), {
    hour: 'numeric',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: 'UTC',
  });
  return (time) => format.format(new Date(`2024-01-01T${time}:00Z`));
}
