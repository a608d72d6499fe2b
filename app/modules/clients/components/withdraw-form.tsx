import { PageForm } from '#platform/web/page-form.tsx';
import { useText } from '#platform/web/page-texts.ts';
import { CheckboxGroup } from '#ui/choice-group.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { TextField } from '#ui/text-field.tsx';
import { codeOptions } from './options.ts';
import { Folded } from './folded.tsx';

interface WithdrawFormProps {
  formKey: string;
  purposes: readonly string[];
  submitted?: unknown;
}

/** The person takes something back: tick and send, nothing more is asked. */
export function WithdrawForm({ formKey, purposes, submitted }: WithdrawFormProps) {
  const t = useText('clients');
  const codes = useText('code-lists');
  return (
    <Folded title={t('consent.withdraw')} hint={t('consent.withdraw-hint')} open={submitted !== undefined}>
      <PageForm formKey={formKey} submitted={submitted} action="?withdraw" within="withdraw">
        <CheckboxGroup
          name="purposes"
          legend={t('consent.withdraw-which')}
          options={codeOptions(codes, 'consentPurpose', purposes)}
          layout="rows"
        />
        <TextField
          name="reason"
          label={t('consent.withdraw-reason')}
          hint={t('consent.withdraw-reason-hint')}
          maxLength={1000}
          optional
        />
        <div className="form-actions">
          <SubmitButton tone="danger">{t('consent.withdraw-save')}</SubmitButton>
        </div>
      </PageForm>
    </Folded>
  );
}
