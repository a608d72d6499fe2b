import { usePageTexts, useText } from '#platform/web/page-texts.ts';
import type { OpeningHours } from '../centre.tables.server.ts';
import { hourSpans } from '../public-centre.ts';
import { sortHours } from '../opening-hours.ts';
import { weekdayName } from '../weekday-name.ts';

/** Opening hours in as few lines as they can be said in. */
export function HoursSummary({ hours, weekStart }: { hours: readonly OpeningHours[]; weekStart: number }) {
  const t = useText('centres');
  const { language } = usePageTexts();
  if (hours.length === 0) return <span className="text-ink-soft">{t('hours.none')}</span>;
  const fromMonday = sortHours(hours, weekStart).map((each) => ({
    ...each,
    day: each.day === 0 ? 7 : each.day,
  }));
  return (
    <ul className="plain-list">
      {hourSpans(fromMonday).map(({ first, last, times }) => (
        <li key={first}>
          {first === last
            ? weekdayName(first, language)
            : t('hours.days', {
                first: weekdayName(first, language),
                last: weekdayName(last, language),
              })}{' '}
          {times.map(({ from, to }) => (
            <bdi key={from} className="number me-2 whitespace-nowrap" dir="ltr">
              {from}–{to}
            </bdi>
          ))}
        </li>
      ))}
    </ul>
  );
}
