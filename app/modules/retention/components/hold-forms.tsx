import { StepUpField } from '#modules/staff/index.tsx';
import { PageForm } from '#platform/web/page-form.tsx';
import { useText } from '#platform/web/page-texts.ts';
import { RadioGroup } from '#ui/choice-group.tsx';
import { Select } from '#ui/select.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { TextArea } from '#ui/text-area.tsx';
import { TextField } from '#ui/text-field.tsx';
import { holdGrounds } from '../hold.ts';
import { usualSpans } from '../keep-until.ts';

interface Props {
  formKey: string;
  submitted: unknown;
  needsCode: boolean;
}

/** Places a hold: why, until when it is looked at again. */
export function PlaceHoldForm({
  formKey,
  submitted,
  needsCode,
  wholeCentre,
}: Props & { wholeCentre?: boolean }) {
  const t = useText('retention');
  return (
    <PageForm formKey={formKey} submitted={submitted} action="?act=place">
      <Select
        name="ground"
        label={t('hold.ground')}
        blank={t('common:answer.choose')}
        options={holdGrounds.map((value) => ({ value, label: t(`ground.${value}`) }))}
      />
      <TextArea
        name="reason"
        label={t('common:term.reason')}
        hint={t('hold.reason-hint')}
        maxLength={1000}
        required
      />
      <RadioGroup
        name="reviewOn"
        legend={t('hold.review')}
        hint={t('hold.review-hint')}
        options={usualSpans.map((value) => ({ value, label: t(`span.${value}`) }))}
      />
      <StepUpField needed={needsCode} />
      <div className="form-actions">
        <SubmitButton tone={wholeCentre ? 'danger' : 'primary'}>
          {t(wholeCentre ? 'hold.place-centre' : 'hold.place')}
        </SubmitButton>
      </div>
    </PageForm>
  );
}

/** Ends a hold: the clock goes on where it was. */
export function EndHoldForm({ formKey, submitted, needsCode, holdId }: Props & { holdId: string }) {
  const t = useText('retention');
  return (
    <PageForm formKey={formKey} submitted={submitted} action="?act=end">
      <input type="hidden" name="holdId" value={holdId} />
      <TextField name="reason" label={t('hold.end-reason')} maxLength={1000} required />
      <StepUpField needed={needsCode} />
      <div className="form-actions">
        <SubmitButton tone="secondary">{t('hold.end')}</SubmitButton>
      </div>
    </PageForm>
  );
}
