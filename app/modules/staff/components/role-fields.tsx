import { useState } from 'react';
import { roles } from '#platform/actor.ts';
import { useText } from '#platform/web/page-texts.ts';
import { CheckboxGroup } from '#ui/choice-group.tsx';
import { DateField } from '#ui/date-field.tsx';
import type { DayTyped } from '../expiry-form.ts';

interface RoleFieldsProps {
  chosen?: readonly string[];
  /** The last day as it is, in the calendar of the form. */
  expiresOn?: DayTyped;
  calendars: readonly string[];
}

/** What a colleague may do, and until when. Volunteers need a last day; for others it is a choice. */
export function RoleFields({ chosen, expiresOn, calendars }: RoleFieldsProps) {
  const t = useText('staff');
  const [isVolunteer, setVolunteer] = useState(chosen?.includes('volunteer') ?? false);
  return (
    <>
      {/* Ticks bubble up: whether a last day is needed shows as one chooses. */}
      <div
        onChange={(event) => {
          const { target } = event;
          if (target instanceof HTMLInputElement && target.value === 'volunteer')
            setVolunteer(target.checked);
        }}
      >
        <CheckboxGroup
          name="roles"
          legend={t('role.title')}
          hint={t('role.hint')}
          options={roles.map((role) => ({
            value: role,
            label: t(`role.${role}.name`),
            hint: t(`role.${role}.may`),
          }))}
          defaultValue={chosen}
          layout="rows"
        />
      </div>
      <DateField
        name="expiresOn"
        legend={t('expiry.label')}
        hint={t(isVolunteer ? 'expiry.needed' : 'expiry.hint')}
        words={{
          day: t('common:date.day'),
          month: t('common:date.month'),
          year: t('common:date.year'),
          calendar: t('common:date.calendar'),
        }}
        calendars={calendars.map((value) => ({ value, label: t(`common:date.calendarName.${value}`) }))}
        defaultValue={expiresOn}
        optional={!isVolunteer}
      />
    </>
  );
}
