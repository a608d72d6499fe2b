import { useText } from '#platform/web/page-texts.ts';
import { RadioGroup } from '#ui/choice-group.tsx';
import { DateField } from '#ui/date-field.tsx';
import { Fieldset } from '#ui/fieldset.tsx';
import { TextField } from '#ui/text-field.tsx';
import { followUpWays } from '../contact.ts';

/** Days after which people usually come back to somebody; 30 and 180 are the standard follow-ups of counselling. */
const usualDays = ['7', '14', '30', '180'] as const;

/** When and how to reach the person again. `prefix` says where the fields stand in the form. */
export function FollowUpFields({
  calendars,
  prefix = 'followUp.',
  isWanted = false,
}: {
  calendars: readonly string[];
  prefix?: string;
  isWanted?: boolean;
}) {
  const t = useText('contacts');
  const none = isWanted ? [] : [{ value: '', label: t('follow-up.none') }];
  return (
    <Fieldset size="section" legend={t('follow-up.legend')}>
      <RadioGroup
        name={`${prefix}in`}
        legend={t('follow-up.when')}
        options={[
          ...none,
          ...usualDays.map((days) => ({
            value: days,
            label: t('follow-up.in-days', { count: Number(days) }),
          })),
          { value: 'date', label: t('follow-up.on-date') },
        ]}
        defaultValue={isWanted ? '14' : ''}
      />
      <DateField
        name={`${prefix}dueOn`}
        legend={t('follow-up.date')}
        words={{
          day: t('common:date.day'),
          month: t('common:date.month'),
          year: t('common:date.year'),
          calendar: t('common:date.calendar'),
        }}
        calendars={calendars.map((name) => ({ value: name, label: t(`common:date.calendarName.${name}`) }))}
        optional
      />
      <RadioGroup
        name={`${prefix}way`}
        legend={t('follow-up.way')}
        hint={t('follow-up.way-hint')}
        options={followUpWays.map((way) => ({ value: way, label: t(`way.${way}`) }))}
        defaultValue="phone"
      />
      <TextField name={`${prefix}note`} label={t('follow-up.note')} optional />
    </Fieldset>
  );
}
