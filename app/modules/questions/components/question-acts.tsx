import { PageForm } from '#platform/web/page-form.tsx';
import { useText } from '#platform/web/page-texts.ts';
import { Card } from '#ui/card.tsx';
import { RadioGroup } from '#ui/choice-group.tsx';
import { Select } from '#ui/select.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { TextField } from '#ui/text-field.tsx';
import { closeReasons, isWaiting } from '../question.ts';
import type { ShownQuestion } from './question-summary.tsx';

interface Props {
  question: ShownQuestion;
  colleagues: readonly { id: string; name: string }[];
  ownId: string;
  formKey: string;
  refusedOf(what: string): unknown;
}

/** What else can be done with a question: take it, give it on, make a page of it, put it away. */
export function QuestionActs({ question, colleagues, ownId, formKey, refusedOf }: Props) {
  const t = useText('questions');
  const form = (what: string) => ({
    action: `/staff/questions/${question.id}?do=${what}`,
    formKey: `${formKey}.${what}`,
    submitted: refusedOf(what),
  });
  const version = <input type="hidden" name="version" value={question.version} />;
  const waits = isWaiting(question.state);
  return (
    <div className="question-acts">
      {waits && (
        <Card id="assign" title={t('assign.title')}>
          <PageForm {...form('assign')} labels={{ staffId: t('field.assignedTo') }}>
            {version}
            <Select
              name="staffId"
              label={t('field.assignedTo')}
              options={colleagues.map(({ id, name }) => ({
                value: id,
                label: id === ownId ? t('assign.me', { name }) : name,
              }))}
              defaultValue={question.assignedTo?.id ?? ownId}
            />
            <SubmitButton tone="secondary">{t('assign.do')}</SubmitButton>
          </PageForm>
        </Card>
      )}
      <Card id="task" title={t('task.title')}>
        <PageForm {...form('task')} labels={{ note: t('task.note') }}>
          {version}
          <RadioGroup
            name="kind"
            legend={t('task.kind')}
            options={['write', 'frequent'].map((kind) => ({ value: kind, label: t(`task.${kind}`) }))}
            defaultValue={waits ? 'write' : 'frequent'}
            layout="rows"
          />
          <TextField name="note" label={t('task.note')} hint={t('task.noteHint')} maxLength={300} optional />
          <SubmitButton tone="secondary">{t('task.do')}</SubmitButton>
        </PageForm>
      </Card>
      {waits && (
        <Card id="close" title={t('close.title')}>
          <PageForm {...form('close')} labels={{ reason: t('close.reason') }}>
            {version}
            <p className="field-hint">{t('close.text')}</p>
            <Select
              name="reason"
              label={t('close.reason')}
              blank={t('common:answer.choose')}
              options={closeReasons.map((reason) => ({ value: reason, label: t(`closeReason.${reason}`) }))}
              required
            />
            <SubmitButton tone="danger">{t('close.do')}</SubmitButton>
          </PageForm>
        </Card>
      )}
    </div>
  );
}
