import { interfaceLanguages } from '#platform/language/interface-languages.ts';
import { useText } from '#platform/web/page-texts.ts';
import { Select } from '#ui/select.tsx';
import { TextField } from '#ui/text-field.tsx';

/** Whom to invite: name, the address to sign in with, the language they read. */
export function InvitedFields({ under = '', language }: { under?: string; language: string }) {
  const t = useText('staff');
  return (
    <>
      <div className="field-row">
        <TextField
          name={`${under}name`}
          label={t('person.name')}
          autoComplete="off"
          maxLength={120}
          required
        />
        <TextField
          name={`${under}email`}
          type="email"
          label={t('person.email')}
          autoComplete="off"
          maxLength={200}
          required
        />
      </div>
      <Select
        name={`${under}language`}
        label={t('person.language')}
        options={interfaceLanguages
          .filter(({ audience }) => audience === 'staff')
          .map(({ code, ownName }) => ({ value: code, label: ownName }))}
        defaultValue={language}
      />
    </>
  );
}
