import { codeLists } from '#platform/code-lists/code-lists.ts';
import { calendars } from '#platform/language/interface-languages.ts';
import { useText } from '#platform/web/page-texts.ts';
import { RadioGroup } from '#ui/choice-group.tsx';
import type { Option } from '#ui/option.ts';
import { Select } from '#ui/select.tsx';
import { TextField } from '#ui/text-field.tsx';
import type { CentreProfile } from '../centre.schemas.ts';
import { LocalTextFields } from './local-text-fields.tsx';

interface CentreProfileFieldsProps {
  values: Partial<CentreProfile>;
  countries: readonly Option[];
  timeZones: readonly Option[];
}

/** What the centre is and where: name, kind, country, time, and how to reach it. */
export function CentreProfileFields({ values, countries, timeZones }: CentreProfileFieldsProps) {
  const t = useText('centres');
  const codes = useText('code-lists');
  return (
    <>
      <LocalTextFields
        name="name"
        label={t('profile.name')}
        hint={t('profile.name-hint')}
        values={values.name}
        required
      />
      <RadioGroup
        name="context"
        legend={t('profile.context')}
        hint={t('profile.context-hint')}
        options={codeLists.migrationContext.codes.map((value) => ({
          value,
          label: codes(`migrationContext.${value}`),
          hint: t(`profile.context-of.${value}`),
        }))}
        defaultValue={values.context}
        layout="columns"
      />
      <Select
        name="kind"
        label={t('profile.kind')}
        options={codeLists.centreKind.codes.map((value) => ({ value, label: codes(`centreKind.${value}`) }))}
        defaultValue={values.kind ?? 'mrc'}
      />
      <div className="field-row">
        <Select
          name="country"
          label={t('profile.country')}
          blank={t('choose')}
          options={countries}
          defaultValue={values.country}
        />
        <Select
          name="timeZone"
          label={t('profile.time-zone')}
          options={timeZones}
          defaultValue={values.timeZone}
        />
        <Select
          name="calendar"
          label={t('profile.calendar')}
          options={calendars.map((value) => ({ value, label: t(`common:date.calendarName.${value}`) }))}
          defaultValue={values.calendar ?? 'gregory'}
        />
      </div>
      <div className="field-row">
        <TextField
          name="phone"
          type="tel"
          label={t('profile.phone')}
          hint={t('profile.phone-hint')}
          defaultValue={values.phone}
          autoComplete="off"
          optional
        />
        <TextField
          name="email"
          type="email"
          label={t('profile.email')}
          hint={t('profile.email-hint')}
          defaultValue={values.email}
          autoComplete="off"
          optional
        />
      </div>
      <LocalTextFields
        name="address"
        label={t('profile.address')}
        hint={t('profile.address-hint')}
        values={values.address}
        multiline
        optional
      />
      <TextField
        name="filePrefix"
        label={t('profile.file-prefix')}
        hint={t('profile.file-prefix-hint', { example: `${values.filePrefix ?? 'K'}-2026-00123` })}
        defaultValue={values.filePrefix ?? 'K'}
        dir="ltr"
        width="year"
        maxLength={4}
        autoComplete="off"
      />
    </>
  );
}
