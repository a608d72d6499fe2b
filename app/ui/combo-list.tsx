import { type KeyboardEvent, type ReactNode, useId, useState } from 'react';
import { CheckboxGroup } from './choice-group.tsx';
import { ComboChips } from './combo-chips.tsx';
import { matching } from './combo-state.ts';
import { Fieldset } from './fieldset.tsx';
import { useField, useWasRefused } from './form-state.ts';
import type { Option } from './option.ts';
import { useHydrated } from './use-hydrated.ts';

export interface ComboWords {
  /** In the empty field: "Type two letters". */
  placeholder: string;
  /** When nothing fits what was typed. */
  nothing: string;
  /** Label of a chip's button; gets the option's label appended. */
  remove: string;
}

export interface ComboListProps {
  name: string;
  legend: ReactNode;
  options: readonly Option[];
  words: ComboWords;
  defaultValue?: readonly string[];
  hint?: ReactNode;
  error?: string;
  optional?: boolean;
  autoFocus?: boolean;
  onChange?: (values: string[]) => void;
}

/**
 * Several of many, by typing two letters and Enter; Backspace takes the last one back. Without script it is a list of
 * checkboxes that sends the same.
 */
export function ComboList(props: ComboListProps) {
  const hydrated = useHydrated();
  const { words: _, autoFocus: __, onChange: ___, ...plain } = props;
  return hydrated ? <ComboPicker {...props} /> : <CheckboxGroup {...plain} layout="columns" />;
}

function ComboPicker(props: ComboListProps) {
  const {
    name,
    legend,
    options,
    words,
    defaultValue = [],
    hint,
    error,
    optional,
    autoFocus,
    onChange,
  } = props;
  const field = useField(name);
  const refused = useWasRefused();
  const [picked, setPicked] = useState<string[]>(() => [
    ...(refused ? (field.typedList ?? []) : defaultValue),
  ]);
  const [typed, setTyped] = useState('');
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const listId = useId();
  const found = matching(options, typed);
  const wrong = error ?? field.error;

  function change(values: string[]) {
    setPicked(values);
    onChange?.(values);
  }
  function toggle(value: string) {
    change(picked.includes(value) ? picked.filter((each) => each !== value) : [...picked, value]);
    setTyped('');
    setActive(0);
  }
  function move(step: number) {
    setOpen(true);
    setActive((now) => (found.length === 0 ? 0 : (now + step + found.length) % found.length));
  }
  function onKey(event: KeyboardEvent<HTMLInputElement>) {
    const chosen = found[active];
    if (event.key === 'ArrowDown') move(1);
    else if (event.key === 'ArrowUp') move(-1);
    else if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
      if (open && chosen) toggle(chosen.value);
    } else if (event.key === 'Escape' && open) setOpen(false);
    else if (event.key === 'Backspace' && typed === '') return change(picked.slice(0, -1));
    else return;
    event.preventDefault();
  }

  return (
    <Fieldset id={`${field.id}-set`} legend={legend} hint={hint} error={wrong} optional={optional}>
      <div
        className="combo"
        onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && setOpen(false)}
      >
        <ComboChips name={name} options={options} picked={picked} remove={words.remove} onRemove={toggle} />
        <input
          className="input"
          id={field.id}
          dir="auto"
          type="text"
          role="combobox"
          autoComplete="off"
          // A page may start in its first question
          autoFocus={autoFocus}
          aria-expanded={open}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-invalid={wrong ? true : undefined}
          aria-label={typeof legend === 'string' ? legend : undefined}
          aria-activedescendant={open && found[active] ? `${listId}-${active}` : undefined}
          placeholder={words.placeholder}
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            setActive(0);
            setOpen(true);
          }}
          onClick={() => setOpen(true)}
          onKeyDown={onKey}
        />
        {open && (
          <ComboOptions
            id={listId}
            found={found}
            picked={picked}
            active={active}
            nothing={words.nothing}
            onPick={toggle}
            onPoint={setActive}
          />
        )}
      </div>
    </Fieldset>
  );
}

interface ComboOptionsProps {
  id: string;
  found: readonly Option[];
  picked: readonly string[];
  active: number;
  nothing: string;
  onPick: (value: string) => void;
  onPoint: (index: number) => void;
}

function ComboOptions({ id, found, picked, active, nothing, onPick, onPoint }: ComboOptionsProps) {
  return (
    <ul className="combo-list" id={id} role="listbox" aria-multiselectable="true" tabIndex={-1}>
      {found.length === 0 && <li className="combo-group">{nothing}</li>}
      {found.map((option, index) => (
        <li
          key={option.value}
          id={`${id}-${index}`}
          ref={index === active ? keepInView : undefined}
          className="combo-option"
          role="option"
          tabIndex={-1}
          aria-selected={picked.includes(option.value)}
          data-active={index === active}
          onPointerMove={() => onPoint(index)}
          // The field keeps the focus: pressing would take it away and close the list.
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onPick(option.value)}
        >
          <span>
            {picked.includes(option.value) ? '✓ ' : ''}
            {option.label}
          </span>
          {option.group && <small>{option.group}</small>}
        </li>
      ))}
    </ul>
  );
}

function keepInView(element: HTMLElement | null) {
  element?.scrollIntoView({ block: 'nearest' });
}
