import { fromIsoDay } from '#platform/language/calendar.ts';
import { formatDay, formatMonth } from '#platform/language/format-date.ts';
import { interfaceLanguage } from '#platform/language/interface-languages.ts';
import { formatNumber } from '#platform/language/numbers.ts';
import { usePageTexts, useText } from '#platform/web/page-texts.ts';
import { lastDayOf } from '../period.ts';
import type { Shown } from '../statistics-address.ts';
import { useView } from './use-view.ts';

/** What a period is called: "March 2026", "Second quarter of 1405", "7 to 13 March 2026". */
export function usePeriodName(): (period: Shown['period']) => string {
  const t = useText('statistics');
  const { language } = usePageTexts();
  const { reader } = useView();
  return (period) => {
    const { year, month } = fromIsoDay(period.firstDay, period.calendar);
    const write = (n: number) => formatNumber(n, interfaceLanguage(language));
    switch (period.kind) {
      case 'day':
        return formatDay(period.firstDay, reader);
      case 'month':
        return formatMonth(period.firstDay, reader);
      case 'quarter':
        return t('period.quarter', { quarter: write(Math.ceil(month / 3)), year: write(year) });
      case 'year':
        return t('period.year', { year: write(year) });
      default:
        return t('period.span', {
          from: formatDay(period.firstDay, reader),
          to: formatDay(lastDayOf(period), reader),
        });
    }
  };
}
