import { codeLists } from '#platform/code-lists/code-lists.ts';
import type { CalendarName } from '#platform/language/interface-languages.ts';
import { useText } from '#platform/web/page-texts.ts';
import { RadioGroup } from '#ui/choice-group.tsx';
import { Fieldset } from '#ui/fieldset.tsx';
import { Select } from '#ui/select.tsx';
import { TextField } from '#ui/text-field.tsx';
import type { OfferedPerson } from '../queries/prepare-client.query.server.ts';
import { BirthFields } from './birth-fields.tsx';
import { useFormRows } from './form-rows.ts';
import { NameRows } from './name-rows.tsx';
import type { FormChoices } from '../form-choices.ts';
import { codeOptions } from './options.ts';

export interface PersonFieldsProps {
  offered: OfferedPerson;
  choices: FormChoices;
  calendars: readonly CalendarName[];
  prefill?: { given: string; family?: string };
  autoFocus?: boolean;
}

/** Who the person is: the first thing that is said. */
export function WhoFields({ offered, choices, calendars, prefill, autoFocus }: PersonFieldsProps) {
  const t = useText('clients');
  const codes = useText('code-lists');
  const more = useFormRows('languages', 2, 6);
  return (
    <Fieldset size="section" legend={t('form.who')}>
      <NameRows prefill={prefill} autoFocus={autoFocus} />
      <RadioGroup
        name="sex"
        legend={t('form.sex')}
        options={codeOptions(codes, 'sex', codeLists.sex.codes)}
        required
      />
      <BirthFields calendars={calendars} />
      <div className="row-fields">
        {Array.from({ length: Math.max(2, more.count) }, (_, index) => (
          <Select
            key={index}
            name={`languages[${index}]`}
            label={index === 0 ? t('form.language') : t('form.language-other')}
            blank={t('common:answer.choose')}
            options={choices.languages}
            optional={index > 0}
          />
        ))}
        {offered.fields.includes('nationalities') && <NationalityField offered={offered} choices={choices} />}
      </div>
    </Fieldset>
  );
}

function NationalityField({ offered, choices }: Pick<PersonFieldsProps, 'offered' | 'choices'>) {
  const t = useText('clients');
  const codes = useText('code-lists');
  const { count } = useFormRows('nationalities', 0, 4);
  const options = [
    ...choices.countries,
    ...codeOptions(codes, 'noNationality', codeLists.noNationality.codes),
  ];
  return Array.from({ length: Math.max(1, count) }, (_, index) => (
    <Select
      key={index}
      name={`nationalities[${index}]`}
      label={index === 0 ? t('form.nationality') : t('form.nationality-other')}
      blank={t('common:answer.choose')}
      options={options}
      optional={index > 0 || !offered.required.includes('nationalities')}
    />
  ));
}

/** Where from, where to, at which point of the road. */
export function RoadFields({ offered, choices }: Pick<PersonFieldsProps, 'offered' | 'choices'>) {
  const t = useText('clients');
  const codes = useText('code-lists');
  const { count } = useFormRows('destinations', 1, 6);
  const has = (field: string) => offered.fields.includes(field);
  return (
    <Fieldset size="section" legend={t('form.road')}>
      <RadioGroup
        name="stage"
        legend={t('form.stage')}
        options={codeOptions(codes, 'stage', offered.codes.stage)}
        required
      />
      <div className="row-fields">
        {has('origin') && (
          <>
            <Select
              name="originCountry"
              label={t('form.origin')}
              blank={t('common:answer.choose')}
              options={choices.countries}
              optional={!offered.required.includes('origin')}
            />
            <TextField
              name="originAdmin1"
              label={t('form.district')}
              hint={t('form.district-hint')}
              maxLength={80}
              autoComplete="off"
              optional
            />
          </>
        )}
        {has('destinations') &&
          Array.from({ length: Math.max(1, count) }, (_, index) => (
            <Select
              key={index}
              name={`destinations[${index}]`}
              label={index === 0 ? t('form.destination') : t('form.destination-other')}
              blank={t('common:answer.choose')}
              options={choices.countries}
              optional={index > 0 || !offered.required.includes('destinations')}
            />
          ))}
        {has('purpose') && (
          <Select
            name="purpose"
            label={t('form.purpose')}
            blank={t('common:answer.choose')}
            options={codeOptions(codes, 'purpose', offered.codes.purpose)}
            optional={!offered.required.includes('purpose')}
          />
        )}
        {has('heard_via') && (
          <Select
            name="heardVia"
            label={t('form.heard-via')}
            blank={t('common:answer.choose')}
            options={codeOptions(codes, 'referredBy', offered.codes.referredBy)}
            optional={!offered.required.includes('heard_via')}
          />
        )}
      </div>
    </Fieldset>
  );
}
