import type { OpeningHours } from '#modules/centres/index.tsx';
import { usePageTexts, useText } from '#platform/web/page-texts.ts';
import { hoursInWords } from '../hours-words.ts';

/** When the doors are open, in the reader's words for the days. */
export function PublicHours({ hours }: { hours: readonly OpeningHours[] }) {
  const t = useText('public');
  const { language } = usePageTexts();
  const spans = hoursInWords(hours, language, t);
  if (spans.length === 0) return <p>{t('hours.askFirst')}</p>;
  return (
    <table>
      <tbody>
        {spans.map(({ days, times }) => (
          <tr key={days}>
            <th scope="row">{days}</th>
            <td>
              {times.map((time) => (
                <div key={time}>
                  <bdi>{time}</bdi>
                </div>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
