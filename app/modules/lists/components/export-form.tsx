import { StepUpField } from '#modules/staff/index.tsx';
import { PageForm } from '#platform/web/page-form.tsx';
import { useText } from '#platform/web/page-texts.ts';
import { CheckboxGroup, RadioGroup } from '#ui/choice-group.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { TextField } from '#ui/text-field.tsx';
import type { ExportPage } from '../export-page.server.ts';
import { lists } from '../list.ts';

/** Before a list leaves the house: how many, what of them, why. */
export function ExportForm({ page, submitted }: { page: ExportPage; submitted: unknown }) {
  const t = useText('lists');
  const { list, count, inWords, query, chosen, offered } = page;
  const back = `${lists[list].to}?${query}`;
  return (
    <div className="page">
      <PageHeader
        title={t(`export.title.${list}`)}
        note={t(`export.count.${list}`, { count })}
        back={{ to: back, label: t(`names.${list}`) }}
      />
      <PageForm formKey={page.key} submitted={submitted} className="max-w-3xl">
        <Notice tone="attention" title={t('export.care-title')}>
          <p>{t('export.care')}</p>
          <p>{inWords.length > 0 ? inWords.join(' · ') : t('print.all')}</p>
          <p>{t('export.restricted')}</p>
        </Notice>
        <TextField name="reason" label={t('export.reason')} hint={t('export.reason-hint')} maxLength={300} />
        <CheckboxGroup
          name="columns"
          legend={t('export.columns')}
          options={offered.map((column) => ({ value: column, label: t(`columns.${list}.${column}`) }))}
          defaultValue={chosen}
        />
        <RadioGroup
          name="format"
          legend={t('export.format')}
          options={[
            { value: 'xlsx', label: t('export.xlsx') },
            { value: 'csv', label: t('export.csv') },
          ]}
          defaultValue="xlsx"
        />
        <StepUpField needed={page.needsCode} />
        <div className="form-actions">
          <SubmitButton>{t('export.do')}</SubmitButton>
          <LinkButton to={back}>{t('common:action.cancel')}</LinkButton>
        </div>
      </PageForm>
    </div>
  );
}
