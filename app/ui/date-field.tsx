import type { ReactNode } from 'react';
import { Fieldset } from './fieldset.tsx';
import { useField } from './form-state.ts';
import type { Option } from './option.ts';

export interface DateFieldWords {
  day: string;
  month: string;
  year: string;
  calendar: string;
}

export interface DateFieldProps {
  /** Sends `name.day`, `name.month`, `name.year` and, with several calendars, `name.calendar`, as typed. */
  name: string;
  legend: ReactNode;
  words: DateFieldWords;
  /** Calendars that people here use on their papers; the first is preset. One needs no choice. */
  calendars?: readonly Option[];
  defaultValue?: { day?: string; month?: string; year?: string; calendar?: string };
  hint?: ReactNode;
  error?: string;
  optional?: boolean;
  /** Leave out day and month for "only the year is known". */
  parts?: readonly ('day' | 'month' | 'year')[];
}

/**
 * A date as people have it on paper: three plain numbers in the calendar they know. Any digits will do;
 * the server understands them. No picker: nobody finds a birthday in one.
 */
export function DateField(props: DateFieldProps) {
  const { name, legend, words, calendars = [], defaultValue = {}, hint, error, optional } = props;
  const { parts = ['day', 'month', 'year'] } = props;
  const whole = useField(name);
  const wrongPart = [
    useField(`${name}.day`).error,
    useField(`${name}.month`).error,
    useField(`${name}.year`).error,
  ];
  const wrong = error ?? whole.error ?? wrongPart.find(Boolean);
  return (
    <Fieldset id={whole.id} legend={legend} hint={hint} error={wrong} optional={optional}>
      <div className="date-parts">
        {parts.map((part) => (
          <DatePart
            key={part}
            name={`${name}.${part}`}
            label={words[part]}
            year={part === 'year'}
            defaultValue={defaultValue[part]}
            wrong={wrong !== undefined}
          />
        ))}
        {calendars.length > 1 && (
          <CalendarPart
            name={`${name}.calendar`}
            label={words.calendar}
            calendars={calendars}
            defaultValue={defaultValue.calendar}
          />
        )}
        {calendars.length === 1 && (
          <input type="hidden" name={`${name}.calendar`} value={calendars[0]?.value} />
        )}
      </div>
    </Fieldset>
  );
}

interface DatePartProps {
  name: string;
  label: string;
  year: boolean;
  defaultValue?: string;
  wrong: boolean;
}

function DatePart({ name, label, year, defaultValue, wrong }: DatePartProps) {
  const field = useField(name);
  return (
    <label className="date-part">
      <span>{label}</span>
      <input
        className="input number"
        id={field.id}
        name={name}
        data-width={year ? 'year' : 'day'}
        inputMode="numeric"
        autoComplete="off"
        maxLength={year ? 4 : 2}
        defaultValue={field.typed ?? defaultValue}
        aria-invalid={wrong || undefined}
      />
    </label>
  );
}

interface CalendarPartProps {
  name: string;
  label: string;
  calendars: readonly Option[];
  defaultValue?: string;
}

function CalendarPart({ name, label, calendars, defaultValue }: CalendarPartProps) {
  const field = useField(name);
  return (
    <label className="date-part">
      <span>{label}</span>
      <select
        className="input"
        id={field.id}
        name={name}
        defaultValue={field.typed ?? defaultValue ?? calendars[0]?.value}
      >
        {calendars.map((calendar) => (
          <option key={calendar.value} value={calendar.value}>
            {calendar.label}
          </option>
        ))}
      </select>
    </label>
  );
}
