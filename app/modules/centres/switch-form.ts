import type { SwitchChoice, SwitchState } from './centre-switches.ts';
import { asFields, asList, type Typed } from './form-shapes.ts';
import { switchLists } from './switch-lists.ts';

/** `on.<list>` holds the ticked codes of a list; `field.<list>.<field>` says off, on or required. */
export const tickName = (list: string): string => `on.${list}`;
export const fieldName = (list: string, field: string): string => `field.${list}.${field}`;

/** All lists as one form says them. What may never be off is on, whatever was sent. */
export function switchesOfForm(typed: Typed): SwitchChoice[] {
  const ticked = asFields(typed['on']);
  const fields = asFields(typed['field']);
  return [...switchLists.values()].map(({ name, kind, codes, fixed }) => {
    if (kind === 'fields') {
      const said = asFields(fields[name]);
      return {
        list: name,
        off: codes.filter((code) => said[code] === 'off'),
        required: codes.filter((code) => said[code] === 'required'),
      };
    }
    const on = asList(ticked[name]);
    return { list: name, off: codes.filter((code) => !on.includes(code) && !fixed.has(code)), required: [] };
  });
}

/** What a form says, in the shape in which it would be saved: for showing a refused form again. */
export const statesOf = (choices: readonly SwitchChoice[]): SwitchState[] =>
  choices.flatMap(({ list, off, required }) => [
    ...off.map((code) => ({ list, code, enabled: false, required: false })),
    ...required.map((code) => ({ list, code, enabled: true, required: true })),
  ]);
