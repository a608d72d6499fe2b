import { interfaceLanguage } from '#platform/language/interface-languages.ts';
import { formatNumber } from '#platform/language/numbers.ts';
import { usePageTexts } from '#platform/web/page-texts.ts';

/** Numbers in the reader's digits; nothing counted yet is a zero. */
export function useNumber(): (value: number | undefined) => string {
  const { language } = usePageTexts();
  return (value) => formatNumber(value ?? 0, interfaceLanguage(language));
}
