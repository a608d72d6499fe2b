import { PageForm } from '#platform/web/page-form.tsx';
import { useText } from '#platform/web/page-texts.ts';
import type { RefusedForm } from '#platform/web/submit-form.server.ts';
import { SubmitButton } from '#ui/submit-button.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useFactLabels } from './use-fact-labels.ts';

/** Takes the fact out of use; while a page quotes it, the refusal names the pages. */
export function FactRetire({
  version,
  formKey,
  submitted,
}: {
  version: number;
  formKey: string;
  submitted: RefusedForm | undefined;
}) {
  const t = useText('facts');
  const labels = useFactLabels();
  return (
    <details className="fold" open={submitted !== undefined}>
      <summary>{t('retire.title')}</summary>
      <div className="fold-body">
        <PageForm action="?do=retire" formKey={formKey} submitted={submitted} labels={labels}>
          <p>{t('retire.text')}</p>
          <input type="hidden" name="version" value={version} />
          <TextField name="reason" label={t('form.reason')} maxLength={300} />
          <div>
            <SubmitButton tone="danger">{t('retire.save')}</SubmitButton>
          </div>
        </PageForm>
      </div>
    </details>
  );
}
