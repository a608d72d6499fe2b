import { interfaceLanguages } from '#platform/language/interface-languages.ts';
import { useText } from '#platform/web/page-texts.ts';
import { CheckboxGroup, RadioGroup } from '#ui/choice-group.tsx';
import { ComboList } from '#ui/combo-list.tsx';
import type { Option } from '#ui/option.ts';

interface LanguageFieldsProps {
  values: { defaultLanguage?: string; languages?: readonly string[]; clientLanguages?: readonly string[] };
  spoken: readonly Option[];
}

/** In which languages the centre's pages can be read, and in which people are served. */
export function LanguageFields({ values, spoken }: LanguageFieldsProps) {
  const t = useText('centres');
  const pages = interfaceLanguages.map(({ code, ownName, audience }) => ({
    value: code,
    label: ownName,
    hint: t(audience === 'staff' ? 'languages.for-staff-too' : 'languages.for-clients'),
  }));
  return (
    <>
      <CheckboxGroup
        name="languages"
        legend={t('languages.pages')}
        hint={t('languages.pages-hint')}
        options={pages}
        defaultValue={values.languages}
        layout="columns"
      />
      <RadioGroup
        name="defaultLanguage"
        legend={t('languages.first')}
        hint={t('languages.first-hint')}
        options={interfaceLanguages.map(({ code, ownName }) => ({ value: code, label: ownName }))}
        defaultValue={values.defaultLanguage}
      />
      <ComboList
        name="clientLanguages"
        legend={t('languages.spoken')}
        hint={t('languages.spoken-hint')}
        options={spoken}
        words={{
          placeholder: t('type-two-letters'),
          nothing: t('no-language'),
          remove: t('common:action.remove'),
        }}
        defaultValue={values.clientLanguages}
      />
    </>
  );
}
