import { PageForm } from '#platform/web/page-form.tsx';
import { useText } from '#platform/web/page-texts.ts';
import { Select } from '#ui/select.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { TextField } from '#ui/text-field.tsx';

interface PlanFormProps {
  plan: { hour: number; daily: number; weekly: number; monthly: number };
  /** Hours of the day in UTC, in the reader's own time. */
  hours: { value: string; label: string }[];
  formKey: string;
  submitted: Parameters<typeof PageForm>[0]['submitted'];
}

/** When a whole copy is made, and how many stay. */
export function PlanForm({ plan, hours, formKey, submitted }: PlanFormProps) {
  const t = useText('backups');
  const count = (name: 'daily' | 'weekly' | 'monthly', max: number) => (
    <TextField
      name={name}
      label={t(`plan.${name}`)}
      type="number"
      inputMode="numeric"
      min={name === 'daily' ? 1 : 0}
      max={max}
      defaultValue={String(plan[name])}
      required
    />
  );
  return (
    <section className="grid gap-4" aria-labelledby="plan">
      <h2 id="plan">{t('plan.title')}</h2>
      <p>{t('plan.note')}</p>
      <PageForm formKey={formKey} submitted={submitted} className="max-w-3xl">
        <input type="hidden" name="intent" value="plan" />
        <div className="grid gap-4 sm:grid-cols-2">
          <Select name="hour" label={t('plan.hour')} options={hours} defaultValue={String(plan.hour)} />
          {count('daily', 30)}
          {count('weekly', 53)}
          {count('monthly', 120)}
        </div>
        <div className="form-actions">
          <SubmitButton>{t('plan.save')}</SubmitButton>
        </div>
      </PageForm>
    </section>
  );
}
