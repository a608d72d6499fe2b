import type { ReactNode } from 'react';
import { Fieldset } from './fieldset.tsx';
import { useField, useWasRefused } from './form-state.ts';
import type { Option } from './option.ts';

export interface ChoiceGroupProps {
  name: string;
  legend: ReactNode;
  options: readonly Option[];
  hint?: ReactNode;
  error?: string;
  optional?: boolean;
  required?: boolean;
  /** `chips` beside each other, `rows` for long answers, `columns` for many. */
  layout?: 'chips' | 'rows' | 'columns';
}

/** One of a few, as large targets. */
export function RadioGroup(
  props: ChoiceGroupProps & { defaultValue?: string; onChange?: (value: string) => void },
) {
  const { defaultValue, onChange, ...rest } = props;
  const field = useField(props.name);
  const refused = useWasRefused();
  const chosen = refused ? field.typed : defaultValue;
  return (
    <Choices
      {...rest}
      kind="radio"
      id={field.id}
      error={props.error ?? field.error}
      isChosen={(value) => value === chosen}
      onChange={onChange}
    />
  );
}

/** Any number of a few, as large targets; every chosen value is sent under the same name. */
export function CheckboxGroup(props: ChoiceGroupProps & { defaultValue?: readonly string[] }) {
  const { defaultValue = [], ...rest } = props;
  const field = useField(props.name);
  const refused = useWasRefused();
  const chosen = new Set(refused ? field.typedList : defaultValue);
  return (
    <Choices
      {...rest}
      kind="checkbox"
      id={field.id}
      error={props.error ?? field.error}
      isChosen={(value) => chosen.has(value)}
    />
  );
}

interface ChoicesProps extends ChoiceGroupProps {
  kind: 'radio' | 'checkbox';
  id: string;
  isChosen: (value: string) => boolean;
  onChange?: (value: string) => void;
}

function Choices(props: ChoicesProps) {
  const { kind, id, name, legend, options, hint, error, optional, required, layout, isChosen, onChange } =
    props;
  return (
    <Fieldset id={id} legend={legend} hint={hint} error={error} optional={optional}>
      <div className="choices" data-layout={layout}>
        {options.map((option) => (
          <label className="choice" key={option.value}>
            <input
              type={kind}
              name={name}
              value={option.value}
              defaultChecked={isChosen(option.value)}
              disabled={option.disabled}
              required={kind === 'radio' ? required : undefined}
              onChange={onChange && ((event) => onChange(event.currentTarget.value))}
            />
            <span className="choice-text">
              <span>{option.label}</span>
              {option.hint && <span className="choice-hint">{option.hint}</span>}
            </span>
          </label>
        ))}
      </div>
    </Fieldset>
  );
}
