import { useText } from '#platform/web/page-texts.ts';
import type { CoarseCount } from '../coarse-count.ts';

/** A coarse number of people in words. */
export function CoarseText({ count }: { count: CoarseCount }) {
  const t = useText('privacy-impact');
  if (count.kind === 'none') return t('coarse.none');
  return count.kind === 'few'
    ? t('coarse.few', { below: count.below })
    : t('coarse.at-least', { n: count.n });
}
