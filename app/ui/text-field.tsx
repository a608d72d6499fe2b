import type { ComponentProps, ReactNode } from 'react';
import { describedBy, Field } from './field.tsx';
import { useField } from './form-state.ts';

export interface TextFieldProps extends Omit<ComponentProps<'input'>, 'width'> {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: string;
  optional?: boolean;
  width?: 'full' | 'short' | 'year' | 'day';
}

/** One line of text. `defaultValue` gives way to what was typed when the form comes back refused. */
export function TextField(props: TextFieldProps) {
  const { name, label, hint, error, optional, width, defaultValue, ...rest } = props;
  const field = useField(name);
  const wrong = error ?? field.error;
  // Without a declared direction, names typed in another script than the page's would run the wrong way.
  const dir = rest.dir ?? (rest.type === 'tel' || rest.type === 'email' ? 'ltr' : 'auto');
  return (
    <Field id={field.id} label={label} hint={hint} error={wrong} optional={optional}>
      <input
        {...rest}
        id={field.id}
        name={name}
        dir={dir}
        className="input"
        data-width={width}
        // Some placeholder must be there for the style that keeps an empty field in the page's direction.
        placeholder={rest.placeholder ?? ' '}
        defaultValue={rest.value === undefined ? (field.typed ?? defaultValue) : undefined}
        aria-invalid={wrong ? true : undefined}
        aria-describedby={describedBy(field.id, hint, wrong)}
      />
    </Field>
  );
}
