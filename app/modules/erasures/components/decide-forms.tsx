import { StepUpField } from '#modules/staff/index.tsx';
import { PageForm } from '#platform/web/page-form.tsx';
import { useText } from '#platform/web/page-texts.ts';
import { Card } from '#ui/card.tsx';
import { Checkbox } from '#ui/checkbox.tsx';
import { RadioGroup } from '#ui/choice-group.tsx';
import { Notice } from '#ui/notice.tsx';
import { Select } from '#ui/select.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { TextArea } from '#ui/text-area.tsx';
import { refusals, toldWays } from '../request.ts';

interface Props {
  formKey: string;
  submitted: unknown;
  version: number;
}

/** Grants an erasing. What goes and what stays is said before, because afterwards there is nobody to ask. */
export function EraseForm({ formKey, submitted, version, needsCode }: Props & { needsCode: boolean }) {
  const t = useText('erasures');
  return (
    <Card id="erase" title={t('erase.title')}>
      <Notice tone="danger" title={t('erase.care')}>
        <ul>
          <li>{t('erase.goes')}</li>
          <li>{t('erase.stays')}</li>
          <li>{t('erase.copies')}</li>
        </ul>
      </Notice>
      <PageForm formKey={formKey} submitted={submitted} action="?act=erase">
        <input type="hidden" name="version" value={version} />
        <ToldHow hint={t('erase.told-hint')} />
        <Checkbox name="sure" label={t('erase.sure')} />
        <StepUpField needed={needsCode} />
        <div className="form-actions">
          <SubmitButton tone="danger">{t('erase.do')}</SubmitButton>
        </div>
      </PageForm>
    </Card>
  );
}

/** Says what became of a request; of an erasing only that it is refused or done in part. */
export function DecideForm({ formKey, submitted, version, isErasing }: Props & { isErasing: boolean }) {
  const t = useText('erasures');
  const outcomes = isErasing ? ['partly', 'refused'] : ['done', 'partly', 'refused'];
  return (
    <Card id="decide" title={t(isErasing ? 'decide.refuse-title' : 'decide.title')}>
      <PageForm formKey={formKey} submitted={submitted} action="?">
        <input type="hidden" name="version" value={version} />
        <RadioGroup
          name="outcome"
          legend={t('decide.outcome')}
          options={outcomes.map((value) => ({ value, label: t(`state.${value}`) }))}
        />
        <Select
          name="refusal"
          label={t('decide.refusal')}
          hint={t('decide.refusal-hint')}
          blank={t('common:answer.choose')}
          options={refusals.map((value) => ({ value, label: t(`refusal.${value}`) }))}
          optional={!isErasing}
        />
        <ToldHow />
        <TextArea
          name="answer"
          label={t('decide.answer')}
          hint={t('decide.answer-hint')}
          maxLength={2000}
          optional
        />
        <div className="form-actions">
          <SubmitButton tone="secondary">{t('decide.save')}</SubmitButton>
        </div>
      </PageForm>
    </Card>
  );
}

function ToldHow({ hint }: { hint?: string }) {
  const t = useText('erasures');
  return (
    <RadioGroup
      name="toldHow"
      legend={t('decide.told')}
      hint={hint ?? t('decide.told-hint')}
      options={toldWays.map((value) => ({ value, label: t(`told.${value}`) }))}
      layout="rows"
    />
  );
}
