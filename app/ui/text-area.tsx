import type { ComponentProps, ReactNode } from 'react';
import { describedBy, Field } from './field.tsx';
import { useField } from './form-state.ts';

export interface TextAreaProps extends ComponentProps<'textarea'> {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: string;
  optional?: boolean;
}

/** Several lines of text; it grows with what is typed where the browser can. */
export function TextArea({ name, label, hint, error, optional, defaultValue, ...rest }: TextAreaProps) {
  const field = useField(name);
  const wrong = error ?? field.error;
  return (
    <Field id={field.id} label={label} hint={hint} error={wrong} optional={optional}>
      <textarea
        dir="auto"
        {...rest}
        id={field.id}
        name={name}
        className="input"
        placeholder={rest.placeholder ?? ' '}
        defaultValue={field.typed ?? defaultValue}
        aria-invalid={wrong ? true : undefined}
        aria-describedby={describedBy(field.id, hint, wrong)}
      />
    </Field>
  );
}
