import { StepUpField } from '#modules/staff/index.tsx';
import { PageForm } from '#platform/web/page-form.tsx';
import { useText } from '#platform/web/page-texts.ts';
import { Card } from '#ui/card.tsx';
import { RadioGroup } from '#ui/choice-group.tsx';
import { Notice } from '#ui/notice.tsx';
import { Select } from '#ui/select.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { TextArea } from '#ui/text-area.tsx';
import { TextField } from '#ui/text-field.tsx';
import { type Basis, bases, disclosureRefusals, outcomes, tellings } from '../disclosure-request.ts';

interface Props {
  formKey: string;
  submitted: unknown;
  version: number;
}

/** One colleague says what should become of it. */
export function ProposeForm(props: Props & { basis: Basis; reference: string | undefined; again: boolean }) {
  const { formKey, submitted, version, basis, reference, again } = props;
  const t = useText('disclosure-requests');
  const options = (list: readonly string[], key: string) =>
    list.map((value) => ({ value, label: t(`${key}.${value}`) }));
  return (
    <Card id="propose" title={t(again ? 'propose.again' : 'propose.title')}>
      <PageForm formKey={formKey} submitted={submitted} action="?act=propose">
        <input type="hidden" name="version" value={version} />
        <RadioGroup
          name="outcome"
          legend={t('propose.outcome')}
          options={options(outcomes, 'outcome')}
          layout="rows"
        />
        <Select
          name="basis"
          label={t('new.basis')}
          hint={t('new.basis-hint')}
          options={options(bases, 'basis')}
          defaultValue={basis}
        />
        <TextField
          name="reference"
          label={t('new.reference')}
          hint={t('new.reference-hint')}
          defaultValue={reference}
          maxLength={200}
          optional
        />
        <TextArea
          name="given"
          label={t('propose.given')}
          hint={t('propose.given-hint')}
          maxLength={4000}
          optional
        />
        <Select
          name="refusal"
          label={t('propose.refusal')}
          hint={t('propose.refusal-hint')}
          blank={t('common:answer.choose')}
          options={options(disclosureRefusals, 'refusal')}
          optional
        />
        <TextArea
          name="advice"
          label={t('propose.advice')}
          hint={t('propose.advice-hint')}
          maxLength={2000}
          optional
        />
        <TextArea name="reason" label={t('propose.reason')} maxLength={2000} optional />
        <div className="form-actions">
          <SubmitButton tone={again ? 'secondary' : 'primary'}>{t('propose.save')}</SubmitButton>
        </div>
      </PageForm>
    </Card>
  );
}

/** The second person agrees or sends it back. */
export function DecideForm(props: Props & { leaves: boolean; hadHand: boolean; needsCode: boolean }) {
  const { formKey, submitted, version, leaves, hadHand, needsCode } = props;
  const t = useText('disclosure-requests');
  return (
    <Card id="decide" title={t('decide.title')}>
      {hadHand && <Notice>{t('decide.own')}</Notice>}
      {leaves && (
        <Notice tone="danger" title={t('decide.care')}>
          {t('decide.care-text')}
        </Notice>
      )}
      <PageForm formKey={formKey} submitted={submitted} action="?act=decide">
        <input type="hidden" name="version" value={version} />
        <RadioGroup
          name="agree"
          legend={t('decide.agree')}
          options={['yes', 'no'].map((value) => ({ value, label: t(`decide.${value}`) }))}
          layout="rows"
        />
        <TextArea
          name="note"
          label={t('decide.note')}
          hint={t('decide.note-hint')}
          maxLength={2000}
          optional
        />
        <StepUpField needed={leaves && needsCode} />
        <div className="form-actions">
          <SubmitButton tone={leaves ? 'danger' : 'primary'}>{t('decide.save')}</SubmitButton>
        </div>
      </PageForm>
    </Card>
  );
}

/** Afterwards: did the person learn of it? */
export function TellForm({ formKey, submitted, version }: Props) {
  const t = useText('disclosure-requests');
  return (
    <Card id="tell" title={t('tell.title')}>
      <p>{t('tell.hint')}</p>
      <PageForm formKey={formKey} submitted={submitted} action="?act=tell">
        <input type="hidden" name="version" value={version} />
        <RadioGroup
          name="telling"
          legend={t('tell.how')}
          options={tellings.map((value) => ({ value, label: t(`telling.${value}`) }))}
          layout="rows"
        />
        <div className="form-actions">
          <SubmitButton>{t('tell.save')}</SubmitButton>
        </div>
      </PageForm>
    </Card>
  );
}
