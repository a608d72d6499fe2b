import { codeLists } from '#platform/code-lists/code-lists.ts';
import { PageForm } from '#platform/web/page-form.tsx';
import { useText } from '#platform/web/page-texts.ts';
import { Checkbox } from '#ui/checkbox.tsx';
import type { Option } from '#ui/option.ts';
import { Select } from '#ui/select.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { TextField } from '#ui/text-field.tsx';

interface AskFormProps {
  formKey: string;
  submitted: unknown;
  countries: readonly Option[];
}

/** As little of a person as makes them certain. */
export function AskForm({ formKey, submitted, countries }: AskFormProps) {
  const t = useText('network');
  const codes = useText('code-lists');
  return (
    <PageForm formKey={formKey} submitted={submitted} action="?act=ask">
      <div className="field-row">
        <TextField name="name.given" label={t('ask.given')} autoComplete="off" maxLength={120} required />
        <TextField name="name.family" label={t('ask.family')} autoComplete="off" maxLength={120} optional />
        <TextField
          name="birthYear"
          label={t('ask.birth-year')}
          inputMode="numeric"
          dir="ltr"
          width="year"
          maxLength={4}
          autoComplete="off"
          optional
        />
      </div>
      <div className="field-row">
        <TextField
          name="phone"
          type="tel"
          label={t('ask.phone')}
          autoComplete="off"
          maxLength={40}
          optional
        />
        <TextField
          name="card"
          label={t('ask.card')}
          inputMode="numeric"
          dir="ltr"
          autoComplete="off"
          maxLength={40}
          optional
        />
      </div>
      <div className="field-row">
        <Select
          name="sex"
          label={t('ask.sex')}
          blank={t('ask.not-said')}
          options={codeLists.sex.codes.map((value) => ({ value, label: codes(`sex.${value}`) }))}
          optional
        />
        <Select
          name="originCountry"
          label={t('ask.origin')}
          blank={t('ask.not-said')}
          options={countries}
          optional
        />
      </div>
      <Checkbox name="agreed" label={t('ask.agreed')} hint={t('ask.agreed-hint')} />
      <div className="form-actions">
        <SubmitButton>{t('ask.do')}</SubmitButton>
      </div>
    </PageForm>
  );
}
