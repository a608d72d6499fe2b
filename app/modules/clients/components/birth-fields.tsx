import type { CalendarName } from '#platform/language/interface-languages.ts';
import { useText } from '#platform/web/page-texts.ts';
import { DateField } from '#ui/date-field.tsx';
import { TextField } from '#ui/text-field.tsx';

/** A date, a year alone, or an age, in the calendar that the person knows. */
export function BirthFields({ calendars }: { calendars: readonly CalendarName[] }) {
  const t = useText('clients');
  const common = useText('common');
  return (
    <div className="row-fields birth-fields">
      <DateField
        name="birth"
        legend={common('date.dateOfBirth')}
        hint={t('form.birth-hint')}
        words={{
          day: common('date.day'),
          month: common('date.month'),
          year: common('date.year'),
          calendar: common('date.calendar'),
        }}
        calendars={calendars.map((value) => ({ value, label: common(`date.calendarName.${value}`) }))}
        optional
      />
      <TextField
        name="birth.age"
        label={t('form.age')}
        inputMode="numeric"
        width="day"
        maxLength={3}
        autoComplete="off"
        optional
      />
    </div>
  );
}
