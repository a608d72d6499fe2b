import { PageForm } from '#platform/web/page-form.tsx';
import { useText } from '#platform/web/page-texts.ts';
import type { RefusedForm } from '#platform/web/submit-form.server.ts';
import { SubmitButton } from '#ui/submit-button.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useGuideLabels } from './use-guide-labels.ts';

/** Takes a page away from the readers, with a reason. */
export function GuideShelf({
  version,
  formKey,
  submitted,
}: {
  version: number;
  formKey: string;
  submitted: RefusedForm | undefined;
}) {
  const t = useText('guides');
  const labels = useGuideLabels();
  return (
    <details className="fold" open={submitted !== undefined}>
      <summary>{t('archive.title')}</summary>
      <div className="fold-body">
        <PageForm action="?do=archive" formKey={formKey} submitted={submitted} labels={labels}>
          <p>{t('archive.text')}</p>
          <input type="hidden" name="version" value={version} />
          <TextField name="reason" label={t('form.reason')} maxLength={300} />
          <div>
            <SubmitButton tone="danger">{t('archive.save')}</SubmitButton>
          </div>
        </PageForm>
      </div>
    </details>
  );
}
