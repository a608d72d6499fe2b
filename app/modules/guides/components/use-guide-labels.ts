import { useMemo } from 'react';
import { useText } from '#platform/web/page-texts.ts';

const fields = [
  'title',
  'summary',
  'body',
  'slug',
  'language',
  'type',
  'section',
  'corridorFrom',
  'corridorTo',
  'country',
  'purpose',
  'sector',
  'stages',
  'topics',
  'riskClass',
  'pictogram',
  'place',
  'startsOn',
  'endsOn',
  'neutrality',
  'note',
  'reason',
  'languages',
  'substance',
  'changeNote',
  'file',
  'blocks',
];

/** Labels of a page's fields for the summary of what is wrong, by their form names. */
export function useGuideLabels(): Record<string, string> {
  const t = useText('guides');
  return useMemo(() => Object.fromEntries(fields.map((field) => [field, t(`form.${field}`)])), [t]);
}
