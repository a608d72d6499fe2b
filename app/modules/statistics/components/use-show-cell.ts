import { interfaceLanguage } from '#platform/language/interface-languages.ts';
import { formatNumber } from '#platform/language/numbers.ts';
import { usePageTexts, useText } from '#platform/web/page-texts.ts';
import type { Cell } from '../small-cells.ts';

/** A number as the reader reads it, or in words why it is not shown. */
export function useShowCell(threshold: number | undefined): (cell: Cell) => string {
  const t = useText('statistics');
  const { language } = usePageTexts();
  return (cell) => {
    if (cell.kind === 'hidden') return t('hidden');
    if (cell.kind === 'few') return t('few', { threshold: threshold ?? 0 });
    return formatNumber(cell.n, interfaceLanguage(language));
  };
}
