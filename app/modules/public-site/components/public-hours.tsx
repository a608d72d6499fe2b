import { hourSpans, type OpeningHours } from '#modules/centres/index.tsx';
import { interfaceLanguage } from '#platform/language/interface-languages.ts';
import { usePageTexts, useText } from '#platform/web/page-texts.ts';

/** When the doors are open, in the reader's words for the days. */
export function PublicHours({ hours }: { hours: readonly OpeningHours[] }) {
  const t = useText('public');
  const { language } = usePageTexts();
  const day = dayNames(language);
  const time = clock(language);
  const spans = hourSpans(hours);
  if (spans.length === 0) return <p>{t('hours.askFirst')}</p>;
  return (
    <table>
      <tbody>
        {spans.map((span) => (
          <tr key={span.first}>
            <th scope="row">
              {span.first === span.last
                ? day(span.first)
                : t('hours.days', { first: day(span.first), last: day(span.last) })}
            </th>
            <td>
              {span.times.map(({ from, to }) => (
                <div key={from}>
                  <bdi>{t('hours.times', { from: time(from), to: time(to) })}</bdi>
                </div>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function locale(language: string): string {
  return `${language}-u-nu-${interfaceLanguage(language).digits}`;
}

function dayNames(language: string): (day: number) => string {
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
