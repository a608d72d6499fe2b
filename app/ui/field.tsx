import type { ReactNode } from 'react';
import { FieldError } from './field-error.tsx';
import { useFormWords } from './form-state.ts';

export interface FieldProps {
  id: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: string;
  /** Marks the label; most fields of our forms are optional, so the required ones are the unmarked ones. */
  optional?: boolean;
  children: ReactNode;
}

/** Label, hint, error and control of one field, in reading order. */
export function Field({ id, label, hint, error, optional, children }: FieldProps) {
  const words = useFormWords();
  return (
    <div className="field" data-wrong={error ? true : undefined}>
      <label className="field-label" htmlFor={id}>
        {label} {optional && words.optional && <span className="field-optional">({words.optional})</span>}
      </label>
      {hint && (
        <p className="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <FieldError id={`${id}-error`} message={error} />
      {children}
    </div>
  );
}

/** The ids that describe a control, for `aria-describedby`. */
export function describedBy(id: string, hint: unknown, error: unknown): string | undefined {
  const ids = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean);
  return ids.length > 0 ? ids.join(' ') : undefined;
}
