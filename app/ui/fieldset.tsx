import type { ReactNode } from 'react';
import { FieldError } from './field-error.tsx';
import { useFormWords } from './form-state.ts';

export interface FieldsetProps {
  legend: ReactNode;
  id?: string;
  hint?: ReactNode;
  error?: string;
  optional?: boolean;
  /** `section` for a part of a long form, `question` for one question. */
  size?: 'section' | 'question';
  children: ReactNode;
}

/** Fields that belong to one question or one part of a form. */
export function Fieldset({ legend, id, hint, error, optional, size = 'question', children }: FieldsetProps) {
  const words = useFormWords();
  const described = [hint && id ? `${id}-hint` : '', error && id ? `${id}-error` : '']
    .filter(Boolean)
    .join(' ');
  return (
    <fieldset
      className="fieldset"
      id={id}
      tabIndex={error ? -1 : undefined}
      data-size={size}
      data-wrong={error ? true : undefined}
      aria-describedby={described || undefined}
    >
      <legend>
        {legend} {optional && words.optional && <span className="field-optional">({words.optional})</span>}
      </legend>
      {hint && (
        <p className="field-hint" id={id && `${id}-hint`}>
          {hint}
        </p>
      )}
      <FieldError id={id ? `${id}-error` : ''} message={error} />
      {children}
    </fieldset>
  );
}
