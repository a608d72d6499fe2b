import type { ComponentProps, ReactNode } from 'react';
import { describedBy, Field } from './field.tsx';
import { useField } from './form-state.ts';
import { grouped, type Option } from './option.ts';

export interface SelectProps extends ComponentProps<'select'> {
  name: string;
  label: ReactNode;
  options: readonly Option[];
  /** The first, empty entry ("Choose…"). Leave out where there is always a value. */
  blank?: string;
  hint?: ReactNode;
  error?: string;
  optional?: boolean;
}

/** One of many, as the browser's own list: it works on every phone and without script. */
export function Select(props: SelectProps) {
  const { name, label, options, blank, hint, error, optional, defaultValue, ...rest } = props;
  const field = useField(name);
  const wrong = error ?? field.error;
  return (
    <Field id={field.id} label={label} hint={hint} error={wrong} optional={optional}>
      <select
        {...rest}
        id={field.id}
        name={name}
        className="input"
        defaultValue={rest.value === undefined ? (field.typed ?? defaultValue) : undefined}
        aria-invalid={wrong ? true : undefined}
        aria-describedby={describedBy(field.id, hint, wrong)}
      >
        {blank !== undefined && <option value="">{blank}</option>}
        {grouped(options).map(([group, members]) =>
          group === undefined ? (
            members.map((option) => <SelectOption key={option.value} option={option} />)
          ) : (
            <optgroup key={group} label={group}>
              {members.map((option) => (
                <SelectOption key={option.value} option={option} />
              ))}
            </optgroup>
          ),
        )}
      </select>
    </Field>
  );
}

function SelectOption({ option }: { option: Option }) {
  return (
    <option value={option.value} disabled={option.disabled}>
      {option.label}
    </option>
  );
}
