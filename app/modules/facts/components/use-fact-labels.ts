import { useMemo } from 'react';
import { useText } from '#platform/web/page-texts.ts';

const fields = [
  'code',
  'kind',
  'statement',
  'value',
  'valueTo',
  'unit',
  'text',
  'sourceTitle',
  'sourceUrl',
  'sourceDate',
  'retrievedOn',
  'confidence',
  'country',
  'corridorFrom',
  'corridorTo',
  'sector',
  'sex',
  'route',
  'validFrom',
  'validTo',
  'costItem',
  'payer',
  'reason',
  'substance',
  'otherCode',
  'note',
  'reviewDue',
];

/** Labels of a fact's fields for the summary of what is wrong, by their form names. */
export function useFactLabels(): Record<string, string> {
  const t = useText('facts');
  return useMemo(() => Object.fromEntries(fields.map((field) => [field, t(`form.${field}`)])), [t]);
}
