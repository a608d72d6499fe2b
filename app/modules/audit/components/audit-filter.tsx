import { useText } from '#platform/web/page-texts.ts';
import { PageForm } from '#platform/web/page-form.tsx';
import { Button } from '#ui/button.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { Select } from '#ui/select.tsx';
import { TextField } from '#ui/text-field.tsx';
import { type StaffNames, useActionName } from './use-event-sentence.ts';

interface AuditFilterProps {
  filter: Record<string, string>;
  names: StaffNames;
  /** Every action that the policy knows. */
  actions: readonly string[];
  refused?: unknown;
}

const results = ['done', 'viewed', 'refused'] as const;

/** What to show; it stands in the address, so that a view can be kept and handed on. */
export function AuditFilter({ filter, names, actions, refused }: AuditFilterProps) {
  const t = useText('audit');
  const actionName = useActionName();
  const byLabel = (a: { label: string }, b: { label: string }) => a.label.localeCompare(b.label);
  return (
    <PageForm
      method="get"
      className="filter audit-filter"
      aria-label={t('filter.title')}
      submitted={refused}
      labels={{ from: t('filter.from'), to: t('filter.to'), file: t('filter.file') }}
      key={JSON.stringify(filter)}
    >
      <TextField name="from" type="date" label={t('filter.from')} defaultValue={filter['from']} dir="ltr" />
      <TextField name="to" type="date" label={t('filter.to')} defaultValue={filter['to']} dir="ltr" />
      <Select
        name="staff"
        label={t('filter.staff')}
        blank={t('filter.anyone')}
        defaultValue={filter['staff']}
        options={Object.entries(names)
          .map(([value, { name }]) => ({ value, label: name }))
          .sort(byLabel)}
      />
      <Select
        name="action"
        label={t('filter.action')}
        blank={t('filter.anyAction')}
        defaultValue={filter['action']}
        options={actions.map((value) => ({ value, label: actionName(value) })).sort(byLabel)}
      />
      <TextField
        name="file"
        label={t('filter.file')}
        defaultValue={filter['file']}
        dir="ltr"
        autoComplete="off"
      />
      <Select
        name="result"
        label={t('filter.result')}
        blank={t('filter.anyResult')}
        defaultValue={filter['result']}
        options={results.map((value) => ({ value, label: t(`result.${value}`) }))}
      />
      <div className="toolbar">
        <Button tone="secondary">{t('filter.show')}</Button>
        {Object.keys(filter).length > 0 && (
          <LinkButton tone="quiet" to="/staff/audit">
            {t('filter.clear')}
          </LinkButton>
        )}
      </div>
    </PageForm>
  );
}
