import type { Translate } from '#platform/language/translators.ts';
import { isImportField } from './import-fields.ts';
import type { ImportColumn } from './import-settings.ts';

/** What is wrong with a row, `field:code`, in words: the column by its own heading, else by the field's name. */
export function problemText(
  t: Translate,
  problem: string,
  headings: readonly string[],
  columns: readonly ImportColumn[],
): string {
  const [field = '', code = ''] = problem.split(':');
  const at = columns.find((column) => column.field === field)?.column;
  const heading = at === undefined ? '' : (headings[at] ?? '');
  const column = heading !== '' ? heading : isImportField(field) ? t(`field-name.${field}`) : field;
  const known = rowProblems.includes(code) ? code : 'not-valid';
  return t(`row-problem.${known}`, { column });
}

/** Codes that have words of their own. */
export const rowProblems = [
  'bad-characters',
  'choose-one',
  'in-the-future',
  'not-a-date',
  'not-a-name',
  'not-a-number',
  'not-a-phone',
  'not-an-age',
  'not-an-email',
  'refused',
  'required',
  'too-long',
  'too-long-ago',
  'wrong-calendar',
];
