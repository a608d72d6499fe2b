import { codeLists } from '#platform/code-lists/code-lists.ts';
import { useText } from '#platform/web/page-texts.ts';
import { Checkbox } from '#ui/checkbox.tsx';
import { RadioGroup } from '#ui/choice-group.tsx';
import { ComboList } from '#ui/combo-list.tsx';
import type { Option } from '#ui/option.ts';
import { Select } from '#ui/select.tsx';
import { TextField } from '#ui/text-field.tsx';
import type { NewSite } from '../centre.schemas.ts';
import { LocalTextFields } from './local-text-fields.tsx';
import { OpeningHoursGrid } from './opening-hours-grid.tsx';

interface SiteFieldsProps {
  values: Partial<NewSite>;
  /** Languages to choose from; with none there is no question. */
  languages: readonly Option[];
  weekStart: number;
}

/** One place where people are met: its name, where it is, when it is open, who can be understood there. */
export function SiteFields({ values, languages, weekStart }: SiteFieldsProps) {
  const t = useText('centres');
  const codes = useText('code-lists');
  return (
    <>
      <LocalTextFields name="name" label={t('site.name')} values={values.name} required />
      <Select
        name="type"
        label={t('site.type')}
        options={codeLists.siteType.codes.map((value) => ({ value, label: codes(`siteType.${value}`) }))}
        defaultValue={values.type ?? 'main'}
      />
      <OpeningHoursGrid hours={values.hours} weekStart={weekStart} />
      <LocalTextFields
        name="address"
        label={t('site.address')}
        hint={t('site.address-hint')}
        values={values.address}
        multiline
        optional
      />
      <Checkbox
        name="addressHidden"
        label={t('site.hidden')}
        hint={t('site.hidden-hint')}
        defaultChecked={values.addressHidden}
      />
      <TextField
        name="phone"
        type="tel"
        label={t('site.phone')}
        hint={t('site.phone-hint')}
        defaultValue={values.phone ?? undefined}
        autoComplete="off"
        optional
      />
      {languages.length > 0 && (
        <ComboList
          name="languages"
          legend={t('site.languages')}
          hint={t('site.languages-hint')}
          options={languages}
          words={{
            placeholder: t('type-two-letters'),
            nothing: t('no-language'),
            remove: t('common:action.remove'),
          }}
          defaultValue={values.languages}
          optional
        />
      )}
      <RadioGroup
        name="accessible"
        legend={t('site.accessible')}
        options={[
          { value: 'yes', label: t('common:answer.yes') },
          { value: 'no', label: t('common:answer.no') },
          { value: '', label: t('common:answer.unknown') },
        ]}
        defaultValue={
          values.accessible === undefined || values.accessible === null
            ? ''
            : values.accessible
              ? 'yes'
              : 'no'
        }
      />
    </>
  );
}
