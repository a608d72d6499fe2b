import { PageForm } from '#platform/web/page-form.tsx';
import { useText } from '#platform/web/page-texts.ts';
import { Card } from '#ui/card.tsx';
import { Checkbox } from '#ui/checkbox.tsx';
import { CheckboxGroup } from '#ui/choice-group.tsx';
import { Select } from '#ui/select.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { TextArea } from '#ui/text-area.tsx';
import { TextField } from '#ui/text-field.tsx';
import type { GuideChoice } from '../guide-choices.server.ts';
import { topicsFor } from '../question.ts';
import type { ShownQuestion } from './question-summary.tsx';

interface Props {
  question: ShownQuestion;
  guides: readonly GuideChoice[];
  formKey: string;
  submitted: unknown;
}

const near = 8;

/** The answer: words, pages to read on, and how the ledger counts it. */
export function AnswerForm({ question, guides, formKey, submitted }: Props) {
  const t = useText('questions');
  const codes = useText('code-lists');
  const close = guides.filter((guide) => guide.isNear).slice(0, near);
  const others = guides.filter((guide) => !close.includes(guide));
  const isCall = question.way === 'call';
  return (
    <Card id="answer" title={t(isCall ? 'answer.callTitle' : 'answer.title')}>
      <PageForm
        action={`/staff/questions/${question.id}?do=answer`}
        formKey={formKey}
        submitted={submitted}
        labels={{ text: t('answer.text'), topic: t('answer.topic'), stayOptionExplained: t('answer.stay') }}
      >
        <input type="hidden" name="version" value={question.version} />
        <TextArea
          name="text"
          label={t(isCall ? 'answer.callText' : 'answer.text')}
          hint={t('answer.textHint', { language: question.languageName })}
          rows={8}
          dir="auto"
          maxLength={6000}
          required
        />
        {close.length > 0 && (
          <CheckboxGroup
            name="guideIds[]"
            legend={t('answer.guides')}
            hint={t('answer.guidesHint')}
            options={close.map(({ id, title }) => ({ value: id, label: title }))}
            layout="rows"
            optional
          />
        )}
        {others.length > 0 && (
          <Select
            name="guideIds[]"
            label={t('answer.otherGuide')}
            blank={t('answer.noGuide')}
            options={others.map(({ id, title, section }) => ({
              value: id,
              label: title,
              group: section,
            }))}
            optional
          />
        )}
        <Select
          name="topic"
          label={t('answer.topic')}
          hint={t('answer.topicHint')}
          blank={t('common:answer.choose')}
          options={topicsFor(question.topic).map((code) => ({ value: code, label: codes(`topic.${code}`) }))}
          required
        />
        <Checkbox
          name="stayOptionExplained"
          value="yes"
          label={t('answer.stay')}
          hint={t('answer.stayHint')}
        />
        <Checkbox name="riskInfoGiven" value="yes" label={t('answer.risk')} />
        <TextField
          name="minutes"
          label={t('answer.minutes')}
          inputMode="numeric"
          defaultValue="15"
          size={4}
          required
        />
        <div className="form-actions">
          <SubmitButton>{t(isCall ? 'answer.saveCall' : 'answer.send')}</SubmitButton>
        </div>
      </PageForm>
    </Card>
  );
}
