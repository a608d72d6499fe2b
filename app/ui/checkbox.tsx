import type { ComponentProps, ReactNode } from 'react';
import { describedBy } from './field.tsx';
import { FieldError } from './field-error.tsx';
import { useField, useWasRefused } from './form-state.ts';

export interface CheckboxProps extends ComponentProps<'input'> {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: string;
}

/** One yes-or-no statement. It sends its `value` ("yes" unless told) when ticked and nothing otherwise. */
export function Checkbox(props: CheckboxProps) {
  const { name, label, hint, error, defaultChecked, value = 'yes', ...rest } = props;
  const field = useField(name);
  const refused = useWasRefused();
  const wrong = error ?? field.error;
  const ticked = refused ? field.typedList?.includes(String(value)) : defaultChecked;
  return (
    <div className="field" data-wrong={wrong ? true : undefined}>
      <FieldError id={`${field.id}-error`} message={wrong} />
      <label className="checkbox" htmlFor={field.id}>
        <input
          {...rest}
          type="checkbox"
          id={field.id}
          name={name}
          value={value}
          defaultChecked={ticked}
          aria-invalid={wrong ? true : undefined}
          aria-describedby={describedBy(field.id, hint, wrong)}
        />
        <span className="choice-text">
          <span>{label}</span>
          {hint && (
            <span className="choice-hint" id={`${field.id}-hint`}>
              {hint}
            </span>
          )}
        </span>
      </label>
    </div>
  );
}
