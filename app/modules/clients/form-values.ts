import { entryParts } from './birth-entry.ts';
import type { EditableFile } from './editable-file.ts';

export type FormValues = Record<string, string | string[]>;

/** A file as the fields of its forms: the other direction of `client-form.ts`. */
export function formValues(file: EditableFile): FormValues {
  const values: FormValues = {};
  const put = (name: string, value: unknown): void => {
    if (value === undefined || value === null || value === '') return;
    if (value === true) values[name] = 'yes';
    else if (value === false) return;
    else if (Array.isArray(value)) putList(name, value);
    else if (typeof value === 'object')
      for (const [part, each] of Object.entries(value)) put(`${name}.${part}`, each);
    else if (typeof value === 'string' || typeof value === 'number') values[name] = String(value);
  };
  const putList = (name: string, items: unknown[]): void => {
    if (asOneField.has(name.replace(/\[\d+\]/, ''))) values[name] = items.map(String);
    else for (const [index, item] of items.entries()) put(`${name}[${index}]`, item);
  };
  const { birth, ageBand: _band, ...rest } = file;
  for (const [name, value] of Object.entries(rest)) put(name, value);
  if (birth) put('birth', entryParts(birth));
  return values;
}

/** Fields that send all their values under one name. */
const asOneField = new Set(['categories', 'phones.safeDays']);

/** What differs between two states of a form, by field name. */
export function differences(
  before: FormValues,
  after: FormValues,
): { name: string; before: string; after: string }[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const text = (value: string | string[] | undefined) => [value ?? []].flat().join(', ');
  return (
    names
      .filter(
        (name) =>
          !/^(version|clientId)$|\.(digits|kind)$/.test(name) && text(before[name]) !== text(after[name]),
      )
      // An empty row still sends the first entry of its list.
      .filter((name) => before[name] !== undefined || !/\]\.(type|owner)$/.test(name))
      .map((name) => ({ name, before: text(before[name]), after: text(after[name]) }))
  );
}
