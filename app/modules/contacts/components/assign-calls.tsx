import { useLoaderData } from 'react-router';
import { formatDay } from '#platform/language/format-date.ts';
import { PageForm } from '#platform/web/page-form.tsx';
import { usePageTexts, useText } from '#platform/web/page-texts.ts';
import { CheckboxGroup } from '#ui/choice-group.tsx';
import { Select } from '#ui/select.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import type { loader } from '../pages/campaign.page.tsx';

/** A coordinator gives calls to a colleague, many at once. */
export function AssignCalls({ submitted }: { submitted: object | undefined }) {
  const t = useText('contacts');
  const { language } = usePageTexts();
  const { calls, colleagues, assignKey } = useLoaderData<typeof loader>();
  return (
    <details className="fold mb-4" open={submitted !== undefined}>
      <summary>{t('campaign.assign')}</summary>
      <div className="fold-body">
        <PageForm formKey={assignKey} submitted={submitted} within="assign">
          <input type="hidden" name="do" value="assign" />
          <CheckboxGroup
            name="callIds"
            legend={t('campaign.which')}
            layout="columns"
            options={calls.map((call) => ({
              value: call.id,
              label: call.client.name ?? call.client.fileNo ?? '',
              hint: `${call.assignedTo.name} · ${t('campaign.until', { day: formatDay(call.closesOn, { language }) })}`,
            }))}
          />
          <Select
            name="staffId"
            label={t('campaign.who')}
            blank={t('common:answer.choose')}
            options={colleagues}
          />
          <div className="form-actions">
            <SubmitButton tone="secondary">{t('campaign.assign-do')}</SubmitButton>
          </div>
        </PageForm>
      </div>
    </details>
  );
}
