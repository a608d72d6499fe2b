import { interfaceLanguage } from '#platform/language/interface-languages.ts';
import { formatNumber } from '#platform/language/numbers.ts';
import { categoryLabel, type LabelReader } from './category-label.server.ts';
import { hiddenSign } from './lay-out-tables.server.ts';
import type { ChangedNumber } from './release.ts';

export interface ChangeInWords {
  table: string;
  category: string;
  before: string;
  now: string;
}

/** Changed numbers in the reader's words. */
export function describeChanges(
  changes: readonly ChangedNumber[],
  tables: readonly { code: string; dimensions: readonly string[] }[],
  reader: LabelReader,
): ChangeInWords[] {
  const t = reader.translators.for(reader.language, 'releases');
  const shown = (n: number | null | undefined) => {
    if (n === undefined) return t('preview.new-table');
    return n === null ? hiddenSign : formatNumber(n, interfaceLanguage(reader.language));
  };
  return changes.map(({ code, key, before, now }) => {
    const dimensions = tables.find((table) => table.code === code)?.dimensions ?? [];
    return {
      table: t(`table.${code}.title`),
      category: dimensions
        .map((dimension, at) => categoryLabel(dimension, key[at] ?? 'total', reader))
        .join(' · '),
      before: shown(before),
      now: shown(now),
    };
  });
}
