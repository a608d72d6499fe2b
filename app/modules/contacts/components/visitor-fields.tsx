import { codeLists } from '#platform/code-lists/code-lists.ts';
import { useText } from '#platform/web/page-texts.ts';
import { RadioGroup } from '#ui/choice-group.tsx';
import { Fieldset } from '#ui/fieldset.tsx';
import type { Option } from '#ui/option.ts';
import { Select } from '#ui/select.tsx';
import { TextField } from '#ui/text-field.tsx';
import { codeOptions } from './code-options.ts';

interface VisitorFieldsProps {
  countries: readonly Option[];
  isHeadCount: boolean;
}

/** The few coarse facts about somebody who stays unnamed. "Unknown" is always an answer, and it is the preset one. */
export function VisitorFields({ countries, isHeadCount }: VisitorFieldsProps) {
  const t = useText('contacts');
  const codes = useText('code-lists');
  return (
    <Fieldset size="section" legend={t('visitor.legend')} hint={t('visitor.hint')}>
      {isHeadCount && (
        <TextField name="people" label={t('visitor.people')} inputMode="numeric" width="short" required />
      )}
      <RadioGroup
        name="facts.sex"
        legend={t('visitor.sex')}
        options={codeOptions(codes, 'sex', codeLists.sex.codes)}
        defaultValue="unknown"
      />
      <RadioGroup
        name="facts.ageBand"
        legend={t('visitor.age-band')}
        options={codeOptions(codes, 'ageBand', codeLists.ageBand.codes)}
        defaultValue="unknown"
      />
      <div className="field-row">
        <Select
          name="facts.stage"
          label={t('visitor.stage')}
          options={codeOptions(codes, 'stage', codeLists.stage.codes)}
          defaultValue="unknown"
        />
        <Select
          name="facts.nationality"
          label={t('visitor.nationality')}
          blank={t('common:answer.unknown')}
          options={countries}
          optional
        />
        <TextField name="facts.district" label={t('visitor.district')} optional />
      </div>
    </Fieldset>
  );
}
