import { interfaceLanguages } from '#platform/language/interface-languages.ts';
import { useText } from '#platform/web/page-texts.ts';
import type { Option } from '#ui/option.ts';
import { Select } from '#ui/select.tsx';
import { TextField } from '#ui/text-field.tsx';

interface PersonFieldsProps {
  values: { name?: string; email?: string; siteId?: string | null; language?: string };
  sites: readonly Option[];
}

/** Who a colleague is: name, the address to sign in with, where they work, in which language they read. */
export function PersonFields({ values, sites }: PersonFieldsProps) {
  const t = useText('staff');
  return (
    <>
      <TextField
        name="name"
        label={t('person.name')}
        defaultValue={values.name}
        autoComplete="off"
        maxLength={120}
        required
      />
      <TextField
        name="email"
        type="email"
        label={t('person.email')}
        hint={t('person.email-hint')}
        defaultValue={values.email}
        autoComplete="off"
        maxLength={200}
        required
      />
      <div className="field-row">
        <Select
          name="siteId"
          label={t('person.site')}
          options={sites}
          blank={t('person.no-site')}
          defaultValue={values.siteId ?? ''}
          optional
        />
        <Select
          name="language"
          label={t('person.language')}
          options={interfaceLanguages
            .filter(({ audience }) => audience === 'staff')
            .map(({ code, ownName }) => ({ value: code, label: ownName }))}
          defaultValue={values.language}
        />
      </div>
    </>
  );
}
