import { type Code, type CodeListName, codeLists } from '#platform/code-lists/code-lists.ts';
import { type FieldList, switchableFields, switchLists } from './switch-lists.ts';

export interface SwitchState {
  list: string;
  code: string;
  enabled: boolean;
  required: boolean;
}

/** What a centre uses of topics, fields and code lists. */
export interface Switches {
  isOn(list: string, code: string): boolean;
  /** Must this field be filled in? Only a field that is on can be required. */
  isRequired(list: FieldList, field: string): boolean;
  /** The codes that the centre uses, in the order of the list. */
  codesOf<N extends CodeListName>(list: N): Code<N>[];
  fieldsOf<L extends FieldList>(list: L): (typeof switchableFields)[L][number][];
}

/** No row means on. A code that may never be off stays on whatever the rows say. */
export function switchesFrom(rows: readonly SwitchState[]): Switches {
  const byKey = new Map(rows.map((row) => [`${row.list} ${row.code}`, row]));
  const isOn = (list: string, code: string) =>
    switchLists.get(list)?.fixed.has(code) === true || (byKey.get(`${list} ${code}`)?.enabled ?? true);
  return {
    isOn,
    isRequired: (list, field) =>
      isOn(list, field) &&
      switchLists.get(list)?.requirable.has(field) === true &&
      (byKey.get(`${list} ${field}`)?.required ?? false),
    codesOf: <N extends CodeListName>(list: N) =>
      (codeLists[list].codes as readonly Code<N>[]).filter((code) => isOn(list, code)),
    fieldsOf: <L extends FieldList>(list: L) =>
      (switchableFields[list] as readonly (typeof switchableFields)[L][number][]).filter((field) =>
        isOn(list, field),
      ),
  };
}

export interface SwitchChoice {
  list: string;
  off: readonly string[];
  required: readonly string[];
}

/** Why this choice cannot be: an unknown list or code, a code that is always on, or nothing left to choose. */
export function findSwitchFault({
  list,
  off,
  required,
}: SwitchChoice): 'not-in-list' | 'always-on' | 'nothing-left' | 'never-required' | undefined {
  const known = switchLists.get(list);
  if (!known) return 'not-in-list';
  if ([...off, ...required].some((code) => !known.codes.includes(code))) return 'not-in-list';
  if (off.some((code) => known.fixed.has(code))) return 'always-on';
  if (required.some((code) => !known.requirable.has(code))) return 'never-required';
  if (known.kind === 'codes' && known.codes.every((code) => off.includes(code))) return 'nothing-left';
  return undefined;
}
