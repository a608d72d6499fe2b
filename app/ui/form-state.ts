import { createContext, useContext } from 'react';

/** One refused field: `name` is the field's form name, `message` is ready to read. */
export interface FieldProblem {
  name: string;
  message: string;
}

/** What a form knows after it was refused: what was typed, and what is wrong with it. */
export interface FormState {
  values: Record<string, string | string[]>;
  problems: FieldProblem[];
  /** Tells apart the fields of several forms on one page. */
  within?: string;
  /** Words that fields show beside their labels. */
  words: { optional: string; required: string };
}

const nothing: FormState = { values: {}, problems: [], words: { optional: '', required: '' } };

export const FormStateContext = createContext<FormState>(nothing);

/** The id a field gets from its name, so that the error summary can link to it. */
export function fieldId(name: string, within = ''): string {
  return `f-${`${within && `${within}-`}${name}`.replace(/[^a-zA-Z0-9]+/g, '-')}`;
}

/** What the enclosing form keeps for the field of this name. */
export function useField(name: string): { id: string; typed?: string; typedList?: string[]; error?: string } {
  const { values, problems, within } = useContext(FormStateContext);
  const value = values[name];
  return {
    id: fieldId(name, within),
    typed: Array.isArray(value) ? value[0] : value,
    typedList: value === undefined ? undefined : Array.isArray(value) ? value : [value],
    error: problems.find((problem) => problem.name === name)?.message,
  };
}

/** The form's own words for "optional" and "required". */
export function useFormWords(): FormState['words'] {
  return useContext(FormStateContext).words;
}

/** True once this form was sent and refused: defaults must not come back over what was typed. */
export function useWasRefused(): boolean {
  return Object.keys(useContext(FormStateContext).values).length > 0;
}
